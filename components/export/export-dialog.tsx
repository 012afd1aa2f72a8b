import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { EXPORT_FORMATS, type ExportFormat } from '../../lib/export/export-formats.ts';
import { type ExportedText, exportFlows, MAX_EXPORTED } from '../../lib/state/export-flows.ts';
import { failureOf } from '../../lib/state/failure-of.ts';
import { judgeFully } from '../../lib/state/judge-fully.ts';
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

/** Which flows, in which format, with or without their secrets; then to a file or to the clipboard. */
export function ExportDialog({ scope: first, onClose }: ExportDialogProps): JSX.Element {
  const { flows: model, findings, verification } = useAppModel();
  const { background, clipboard, now, version } = useServices();
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
    ['selected', 'The selected flow'],
    ['shown', `The ${ids.shown.length} shown in the list`],
    ['all', `All ${ids.all.length}, of every tab`],
  ];

  const run = async (finish: (text: ExportedText) => void | Promise<void>, verb: string): Promise<void> => {
    const abort = new AbortController();
    const size = Math.min(ids[scope].length, MAX_EXPORTED);
    setRunning({ abort, done: 0, size });
    setSaid(undefined);
    try {
      const outcome = await exportFlows(background, {
        ids: ids[scope],
        format,
        redacted: !secrets,
        version,
        now: now(),
        judge: async (flow) => (await judgeFully(flow, { background, findings, verification, now })).shown,
        onProgress: (done) => setRunning({ abort, done, size }),
        signal: abort.signal,
      });
      if (!outcome.ok)
        return setSaid({ tone: 'error', text: `${outcome.failure.message} ${outcome.failure.remedy}` });
      await finish(outcome.value);
      setSaid({ tone: 'info', text: `${verb} ${summaryOf(outcome.value)}` });
    } catch (error) {
      const { message, remedy } = failureOf(error);
      setSaid({ tone: 'error', text: `${message} ${remedy}` });
    } finally {
      setRunning(undefined);
    }
  };
  return (
    <Modal title="Export flows" onClose={onClose}>
      <div class="stack export">
        <fieldset>
          <legend>Which flows</legend>
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
          <legend>Format</legend>
          {EXPORT_FORMATS.map(({ id, label, use }) => (
            <div key={id} class="export-format">
              <label class="check">
                <input
                  type="radio"
                  name={`${name}-format`}
                  checked={format === id}
                  aria-describedby={`${name}-${id}`}
                  onChange={() => setFormat(id)}
                />
                {label}
              </label>
              <span id={`${name}-${id}`} class="muted">
                {use}
              </span>
            </div>
          ))}
        </fieldset>
        <fieldset>
          <legend>Secrets</legend>
          <label class="check">
            <input
              type="checkbox"
              checked={secrets}
              onChange={(event) => setSecrets(event.currentTarget.checked)}
            />
            Include codes, tokens and other secrets
          </label>
          {secrets ? (
            <Note tone="warning" word="Secrets">
              Whoever gets this can use what is still valid in it: codes, tokens, passwords that were typed,
              cookies. Do not attach it to an issue.
            </Note>
          ) : (
            <p class="muted">
              Replaced by placeholders. The same value has the same placeholder, so that the flow can still be
              understood.
            </p>
          )}
        </fieldset>
        {ids[scope].length > MAX_EXPORTED && (
          <Note tone="warning">
            Only the newest {MAX_EXPORTED.toLocaleString('en')} flows fit in one export.
          </Note>
        )}
        <div class="row-actions">
          <button
            type="button"
            class="button primary"
            disabled={busy || ids[scope].length === 0}
            onClick={() => void run(({ name: file, text, mime }) => download(file, text, mime), 'Downloaded')}
          >
            <Icon name="export" />
            Download
          </button>
          <button
            type="button"
            class="button"
            disabled={busy || ids[scope].length === 0}
            onClick={() => void run(({ text }) => clipboard(text), 'Copied')}
          >
            <Icon name="copy" />
            Copy
          </button>
          {running && (
            <button type="button" class="button" onClick={() => running.abort.abort()}>
              Cancel
            </button>
          )}
        </div>
        {running && <progress aria-label="Progress" value={running.done} max={running.size} />}
        <div role="status">{said && <Note tone={said.tone}>{said.text}</Note>}</div>
      </div>
    </Modal>
  );
}

function summaryOf({ flows, left, name }: ExportedText): string {
  const count = flows === 1 ? '1 flow' : `${flows} flows`;
  return `${count} as ${name}.${left > 0 ? ` ${left} were left out.` : ''}`;
}
