import type { JSX } from 'preact';
import type { ImportFormat } from '../../lib/export/import-limits.ts';
import { type CountName, type MessageName, t, tCount } from '../../lib/i18n/t.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import type { ImportModel, ImportReport } from '../../lib/state/export/import-model.ts';
import { useAppModel } from '../app/models.ts';
import { Modal } from '../ui/modal.tsx';
import { Note } from '../ui/note.tsx';
import './export.css';

const FORMATS = {
  session: { word: 'importSession', entries: 'importFlows' },
  har: { word: 'importHar', entries: 'importEntries' },
  'saml-tracer': { word: 'importSamlTracer', entries: 'importRequests' },
} as const satisfies Record<ImportFormat, { readonly word: MessageName; readonly entries: CountName }>;

/** How far an import is, and what it came to. */
export function ImportDialog({ model }: { readonly model: ImportModel }): JSX.Element | null {
  const { flows } = useAppModel();
  const state = model.state.value;
  if (state.kind === 'none') return null;
  const running = state.kind === 'reading' || state.kind === 'storing';
  const first = state.kind === 'done' ? state.report.ids[0] : undefined;
  return (
    <Modal title={t('importTitle')} onClose={running ? model.cancel : model.forget}>
      <div class="stack export" role="status">
        {running && (
          <>
            <p>{t(state.kind === 'reading' ? 'importReading' : 'importKeeping', makeVisible(state.name))}</p>
            <progress aria-label={t('exportProgress')} value={state.done} max={Math.max(state.size, 1)} />
          </>
        )}
        {state.kind === 'failed' && (
          <Note tone="error">
            {makeVisible(state.name)}: {state.failure.message} {state.failure.remedy}
          </Note>
        )}
        {state.kind === 'done' && <Report report={state.report} />}
      </div>
      <div class="row-actions export-actions">
        {first !== undefined && (
          <button
            type="button"
            class="button primary"
            onClick={() => {
              model.forget();
              flows.filter.value = '';
              flows.open(first);
            }}
          >
            {t(state.kind === 'done' && state.report.ids.length > 1 ? 'importShowFirst' : 'importShowIt')}
          </button>
        )}
        <button type="button" class="button" onClick={running ? model.cancel : model.forget}>
          {t(running ? 'wordCancel' : 'wordClose')}
        </button>
      </div>
    </Modal>
  );
}

function Report({ report }: { readonly report: ImportReport }): JSX.Element {
  const { format, name, entries, skipped, ids, already, renamed } = report;
  const { word, entries: unit } = FORMATS[format];
  const count = skipped.reduce((sum, one) => sum + one.count, 0);
  return (
    <>
      <Note
        tone={ids.length > 0 ? 'info' : 'warning'}
        word={t(ids.length > 0 ? 'importImported' : 'importNothingNew')}
      >
        {t(
          'importDone',
          counted('importFlows', ids.length),
          makeVisible(name),
          t(word),
          counted(unit, entries),
        )}
        {already > 0 && ` ${counted('importAlready', already)}`}
        {renamed > 0 && ` ${counted('importRenamed', renamed)}`}
      </Note>
      {ids.length + already === 0 && <p>{t('importNothingFound')}</p>}
      {count > 0 && (
        <div>
          <h3>{t('importNotUsed', counted(unit, count))}</h3>
          <ul class="export-skipped">
            {skipped.map(({ why, count: times }) => (
              <li key={why}>
                {grouped(times)} × {makeVisible(why)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function counted(name: CountName, count: number): string {
  return tCount(name, count, grouped(count));
}

function grouped(count: number): string {
  return count.toLocaleString(t('locale'));
}
