import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { createEraseModel } from '../../lib/state/erase-model.ts';
import { useServices } from '../app/services.ts';
import { Modal } from '../ui/modal.tsx';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';

/** Removes all that was ever stored, after a second click. */
export function EraseEverything(): JSX.Element {
  const { background } = useServices();
  const [model] = useState(() => createEraseModel(background));
  const stage = model.stage.value;
  const failure = model.failure.value;
  return (
    <Section title="Erase">
      <p class="muted">
        Removes every flow, the history, all keys, the settings, saved values of steps and your own profiles
        from this browser. Site access stays as you granted it.
      </p>
      <button
        type="button"
        class="button"
        disabled={stage === 'erasing' || stage === 'erased'}
        onClick={model.ask}
      >
        Erase everything…
      </button>
      <div role="status">
        {stage === 'erasing' && <p>Erasing…</p>}
        {stage === 'erased' && <p>Everything is erased. Grantscope restarts.</p>}
        {failure && (
          <Note tone="error">
            {failure.message} {failure.remedy}
          </Note>
        )}
      </div>
      {stage === 'asking' && (
        <Modal title="Erase everything?" onClose={model.cancel}>
          <p>
            Flows, history, keys, settings, saved values of steps and your own profiles will be gone. This
            cannot be undone: export first what you still need.
          </p>
          <p>Grantscope then restarts, which closes its tabs and panels.</p>
          <div class="row-actions erase-actions">
            {/* First, so that the focus begins on what does no harm. */}
            <button type="button" class="button" onClick={model.cancel}>
              Keep everything
            </button>
            <button type="button" class="button erase-now" onClick={() => void model.confirm()}>
              Erase everything now
            </button>
          </div>
        </Modal>
      )}
    </Section>
  );
}
