import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { EXPORT_FORMATS, type ExportFormat } from '../../lib/export/export-formats.ts';
import { type ExportedText, exportFlows, MAX_EXPORTED } from '../../lib/state/export-flows.ts';
import { failureOf } from '../../lib/state/failure-of.ts';
import { judgeFully } from '../../lib/state/judge-fully.ts';
import { type CountName, type MessageName, say, sayCount } from '../../lib/state/say.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { Icon } from '../ui/icon.tsx';
import { Modal } from '../ui/modal.tsx';
import { Note } from '../ui/note.tsx';
import { download } from './download.ts';
import './export.css';

export type ExportScope = 'selected' | 'shown' | 'all';

interface ExportDialogProps {
  readonly scope: ExportScope;
  readonly onClose: () => void;
}

interface Running {
  readonly abort: AbortController;
  readonly done: number;
  readonly size: number;
}

interface Said {
  readonly tone: 'info' | 'error';
  readonly text: string;
}

const FORMATS = {
  session: { label: 'exportSession', use: 'exportSessionUse' },
  har: { label: 'exportHar', use: 'exportHarUse' },
  markdown: { label: 'exportMarkdown', use: 'exportMarkdownUse' },
  curl: { label: 'exportCurl', use: 'exportCurlUse' },
  mermaid: { label: 'exportMermaid', use: 'exportMermaidUse' },
} as const satisfies Record<ExportFormat, Readonly<Record<'label' | 'use', MessageName>>>;

/** Which flows, in which format, with or without their secrets; then to a file or to the clipboard. */
export function ExportDialog({ scope: first, onClose }: ExportDialogProps): JSX.Element {
  const { flows: model, findings, verification } = useAppModel();
  const { background, clipboard, now, version, startExport, profiles } = useServices();
  const { catalogue } = profiles;
  const name = useId();
  const [scope, setScope] = useState<ExportScope>(first);
  const [format, setFormat] = useState<ExportFormat>('session');
  const [secrets, setSecrets] = useState(false);
  const [said, setSaid] = useState<Said>();
  const [running, setRunning] = useState<Running>();
  const busy = running !== undefined;
  useEffect(() => () => running?.abort.abort(), [running?.abort]);

  const selected = model.shown.value;
  const ids: Readonly<Record<ExportScope, readonly string[]>> = {
    selected: selected ? [selected.id] : [],
    shown: model.visible.value.map(({ id }) => id),
    all: model.all.value.map(({ id }) => id),
  };
  const scopes: readonly (readonly [ExportScope, string])[] = [
    ['selected', say('exportSelected')],
    ['shown', say('exportShown', ids.shown.length)],
    ['all', say('exportAll', ids.all.length)],
  ];

  const run = async (
    finish: (text: ExportedText) => void | Promise<void>,
    told: CountName,
  ): Promise<void> => {
    const abort = new AbortController();
    const size = Math.min(ids[scope].length, MAX_EXPORTED);
    setRunning({ abort, done: 0, size });
    setSaid(undefined);
    try {
      const outcome = await exportFlows(background, {
        catalogue: catalogue.peek(),
        ids: ids[scope],
        format,
        redacted: !secrets,
        version,
        now: now(),
        judge: (flow) => judgeFully(flow, { catalogue, background, findings, verification, now }),
        startExport,
        onProgress: (done) => setRunning({ abort, done, size }),
        signal: abort.signal,
      });
      if (!outcome.ok)
        return setSaid({ tone: 'error', text: `${outcome.failure.message} ${outcome.failure.remedy}` });
      await finish(outcome.value);
      setSaid({ tone: 'info', text: summaryOf(told, outcome.value) });
    } catch (error) {
      const { message, remedy } = failureOf(error);
      setSaid({ tone: 'error', text: `${message} ${remedy}` });
    } finally {
      setRunning(undefined);
    }
  };
  return (
    <Modal title={say('exportTitle')} onClose={onClose}>
      <div class="stack export">
        <fieldset>
          <legend>{say('exportWhich')}</legend>
          {scopes.map(([id, label]) => (
            <label key={id} class="check">
              <input
                type="radio"
                name={`${name}-scope`}
                checked={scope === id}
                disabled={ids[id].length === 0}
                onChange={() => setScope(id)}
              />
              {label}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{say('exportFormat')}</legend>
          {EXPORT_FORMATS.map(({ id }) => (
            <div key={id} class="export-format">
              <label class="check">
                <input
                  type="radio"
                  name={`${name}-format`}
                  checked={format === id}
                  aria-describedby={`${name}-${id}`}
                  onChange={() => setFormat(id)}
                />
                {say(FORMATS[id].label)}
              </label>
              <span id={`${name}-${id}`} class="muted">
                {say(FORMATS[id].use)}
              </span>
            </div>
          ))}
        </fieldset>
        <fieldset>
          <legend>{say('exportSecrets')}</legend>
          <label class="check">
            <input
              type="checkbox"
              checked={secrets}
              onChange={(event) => setSecrets(event.currentTarget.checked)}
            />
            {say('exportWithSecrets')}
          </label>
          {secrets ? (
            <Note tone="warning" word={say('exportSecrets')}>
              {say('exportSecretsWarning')}
            </Note>
          ) : (
            <p class="muted">{say('exportRedacted')}</p>
          )}
        </fieldset>
        {ids[scope].length > MAX_EXPORTED && (
          <Note tone="warning">{say('exportOnlyNewest', MAX_EXPORTED.toLocaleString(say('locale')))}</Note>
        )}
        <div class="row-actions">
          <button
            type="button"
            class="button primary"
            disabled={busy || ids[scope].length === 0}
            onClick={() =>
              void run(({ name: file, text, mime }) => download(file, text, mime), 'exportDownloaded')
            }
          >
            <Icon name="export" />
            {say('exportDownload')}
          </button>
          <button
            type="button"
            class="button"
            disabled={busy || ids[scope].length === 0}
            onClick={() => void run(({ text }) => clipboard(text), 'exportCopied')}
          >
            <Icon name="copy" />
            {say('wordCopy')}
          </button>
          {running && (
            <button type="button" class="button" onClick={() => running.abort.abort()}>
              {say('wordCancel')}
            </button>
          )}
        </div>
        {running && <progress aria-label={say('exportProgress')} value={running.done} max={running.size} />}
        <div role="status">{said && <Note tone={said.tone}>{said.text}</Note>}</div>
      </div>
    </Modal>
  );
}

function summaryOf(told: CountName, { flows, left, name }: ExportedText): string {
  const done = sayCount(told, flows, name);
  return left > 0 ? `${done} ${sayCount('exportLeftOut', left)}` : done;
}
