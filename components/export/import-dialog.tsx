import type { JSX } from 'preact';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import type { ImportModel, ImportReport } from '../../lib/state/import-model.ts';
import { useAppModel } from '../app/models.ts';
import { Modal } from '../ui/modal.tsx';
import { Note } from '../ui/note.tsx';
import './export.css';

const FORMATS = {
  session: { word: 'Session file', entry: 'flow', entries: 'flows' },
  har: { word: 'HAR file', entry: 'entry', entries: 'entries' },
  'saml-tracer': { word: 'Trace of SAML-tracer', entry: 'request', entries: 'requests' },
} as const;

/** How far an import is, and what it came to. */
export function ImportDialog({ model }: { readonly model: ImportModel }): JSX.Element | null {
  const { flows } = useAppModel();
  const state = model.state.value;
  if (state.kind === 'none') return null;
  const running = state.kind === 'reading' || state.kind === 'storing';
  const first = state.kind === 'done' ? state.report.ids[0] : undefined;
  return (
    <Modal title="Import flows" onClose={running ? model.cancel : model.forget}>
      <div class="stack export" role="status">
        {running && (
          <>
            <p>
              {state.kind === 'reading' ? 'Reading' : 'Keeping the flows of'} {makeVisible(state.name)}
            </p>
            <progress aria-label="Progress" value={state.done} max={Math.max(state.size, 1)} />
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
            Show {state.kind === 'done' && state.report.ids.length > 1 ? 'the first one' : 'it'}
          </button>
        )}
        <button type="button" class="button" onClick={running ? model.cancel : model.forget}>
          {running ? 'Cancel' : 'Close'}
        </button>
      </div>
    </Modal>
  );
}

function Report({ report }: { readonly report: ImportReport }): JSX.Element {
  const { format, name, entries, skipped, ids, already, renamed } = report;
  const { word, entry, entries: many } = FORMATS[format];
  const count = skipped.reduce((sum, one) => sum + one.count, 0);
  return (
    <>
      <Note tone={ids.length > 0 ? 'info' : 'warning'} word={ids.length > 0 ? 'Imported' : 'Nothing new'}>
        {counted(ids.length, 'flow', 'flows')} imported from {makeVisible(name)} ({word},{' '}
        {counted(entries, entry, many)}).
        {already > 0 &&
          ` ${counted(already, 'flow was', 'flows were')} here already and stayed as ${already === 1 ? 'it is' : 'they are'}.`}
        {renamed > 0 &&
          ` ${counted(renamed, 'flow got', 'flows got')} a new id, because another flow has theirs.`}
      </Note>
      {ids.length + already === 0 && (
        <p>
          No authorize request and no callback was found in it. Record while you sign in, then export again.
        </p>
      )}
      {count > 0 && (
        <div>
          <h3>{counted(count, entry, many)} not used</h3>
          <ul class="export-skipped">
            {skipped.map(({ why, count: times }) => (
              <li key={why}>
                {times.toLocaleString('en')} × {makeVisible(why)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
