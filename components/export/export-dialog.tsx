import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { EXPORT_FORMATS, type ExportFormat } from '../../lib/export/export-formats.ts';
import { type CountName, type MessageName, t, tCount } from '../../lib/i18n/t.ts';
import { type ExportedText, MAX_EXPORTED } from '../../lib/state/export/export-flows.ts';
import { failureOf } from '../../lib/state/shared/failure-of.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { Icon } from '../ui/icon.tsx';
import { Modal } from '../ui/modal.tsx';
import { Note } from '../ui/note.tsx';
import { download } from './download.ts';
import { ExportPreview } from './export-preview.tsx';
import './export.css';
import { usePreparedExport } from './use-prepared-export.ts';

export type ExportScope = 'selected' | 'shown' | 'all';

interface ExportDialogProps {
  readonly scope: ExportScope;
  readonly onClose: () => void;
}

interface Trans {
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
  const { flows: model } = useAppModel();
  const { clipboard, settings } = useServices();
  const name = useId();
  const [scope, setScope] = useState<ExportScope>(first);
  const [format, setFormat] = useState<ExportFormat>();
  const [secrets, setSecrets] = useState(false);
  const [said, setSaid] = useState<Trans>();
  useEffect(() => {
    const remembered = (id: string): ExportFormat =>
      EXPORT_FORMATS.find((known) => known.id === id)?.id ?? EXPORT_FORMATS[0].id;
    settings.read().then(
      ({ exportFormat }) => setFormat((chosen) => chosen ?? remembered(exportFormat)),
      () => setFormat((chosen) => chosen ?? EXPORT_FORMATS[0].id),
    );
  }, [settings]);

  const selected = model.shown.value;
  const ids: Readonly<Record<ExportScope, readonly string[]>> = {
    selected: selected ? [selected.id] : [],
    shown: model.visible.value.map(({ id }) => id),
    all: model.all.value.map(({ id }) => id),
  };
  const scopes: readonly (readonly [ExportScope, string])[] = [
    ['selected', t('exportSelected')],
    ['shown', t('exportShown', ids.shown.length)],
    ['all', t('exportAll', ids.all.length)],
  ];

  const { state, prepare, cancel } = usePreparedExport(() => ({
    ids: ids[scope],
    format: format ?? EXPORT_FORMATS[0].id,
    redacted: !secrets,
  }));
  useEffect(() => (format === undefined ? undefined : prepare()), [scope, format, secrets]);
  const choose = (change: () => void): void => {
    setSaid(undefined);
    change();
  };
  const prepared = state.kind === 'prepared' ? state.text : undefined;
  const problem = state.kind === 'failed' ? state.failure : undefined;
  const finish = async (
    write: (text: ExportedText) => void | Promise<void>,
    submitted: CountName,
  ): Promise<void> => {
    if (!prepared) return prepare();
    try {
      await write(prepared);
      setSaid({ tone: 'info', text: summaryOf(submitted, prepared) });
    } catch (error) {
      const { message, remedy } = failureOf(error);
      setSaid({ tone: 'error', text: `${message} ${remedy}` });
    }
  };
  return (
    <Modal title={t('exportTitle')} wide={window.innerHeight < 420} onClose={onClose}>
      <div class="stack export">
        <fieldset>
          <legend>{t('exportWhich')}</legend>
          {scopes.map(([id, label]) => (
            <label key={id} class="check">
              <input
                type="radio"
                name={`${name}-scope`}
                checked={scope === id}
                disabled={ids[id].length === 0}
                onChange={() => choose(() => setScope(id))}
              />
              {label}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('exportFormat')}</legend>
          {EXPORT_FORMATS.map(({ id }) => (
            <div key={id} class="export-format">
              <label class="check">
                <input
                  type="radio"
                  name={`${name}-format`}
                  checked={format === id}
                  aria-describedby={`${name}-${id}`}
                  onChange={() =>
                    choose(() => {
                      setFormat(id);
                      void settings.write({ exportFormat: id });
                    })
                  }
                />
                {t(FORMATS[id].label)}
              </label>
              <span id={`${name}-${id}`} class="muted">
                {t(FORMATS[id].use)}
              </span>
            </div>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('exportSecrets')}</legend>
          <label class="check">
            <input
              type="checkbox"
              checked={secrets}
              onChange={({ currentTarget: { checked } }) => choose(() => setSecrets(checked))}
            />
            {t('exportWithSecrets')}
          </label>
          {secrets ? (
            <Note tone="warning" word={t('exportSecrets')}>
              {t('exportSecretsWarning')}
            </Note>
          ) : (
            <p class="muted">{t('exportRedacted')}</p>
          )}
        </fieldset>
        {ids[scope].length > MAX_EXPORTED && (
          <Note tone="warning">{t('exportOnlyNewest', MAX_EXPORTED.toLocaleString(t('locale')))}</Note>
        )}
        <div class="row-actions export-finish">
          <button
            type="button"
            class="button primary"
            disabled={state.kind === 'preparing' || ids[scope].length === 0}
            onClick={() =>
              void finish(({ name: file, text, mime }) => download(file, text, mime), 'exportDownloaded')
            }
          >
            <Icon name="export" />
            {t('exportDownload')}
          </button>
          <button
            type="button"
            class="button"
            disabled={state.kind === 'preparing' || ids[scope].length === 0}
            onClick={() => void finish(({ text }) => clipboard(text), 'exportCopied')}
          >
            <Icon name="copy" />
            {t('wordCopy')}
          </button>
          {state.kind === 'preparing' && (
            <button type="button" class="button" onClick={cancel}>
              {t('wordCancel')}
            </button>
          )}
        </div>
        {state.kind === 'preparing' && (
          <progress aria-label={t('exportProgress')} value={state.done} max={state.size} />
        )}
        <div role="status">
          {problem ? (
            <Note tone="error">{`${problem.message} ${problem.remedy}`}</Note>
          ) : (
            said && <Note tone={said.tone}>{said.text}</Note>
          )}
        </div>
        {!secrets && prepared?.redaction && (
          <ExportPreview text={prepared.text} redaction={prepared.redaction} />
        )}
      </div>
    </Modal>
  );
}

function summaryOf(submitted: CountName, { flows, left, name }: ExportedText): string {
  const done = tCount(submitted, flows, name);
  return left > 0 ? `${done} ${tCount('exportLeftOut', left)}` : done;
}
