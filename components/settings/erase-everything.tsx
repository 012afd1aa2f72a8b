import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { createEraseModel } from '../../lib/state/erase-model.ts';
import { say } from '../../lib/state/say.ts';
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
    <Section title={say('settingsErase')}>
      <p class="muted">{say('settingsEraseAbout')}</p>
      <button
        type="button"
        class="button"
        disabled={stage === 'erasing' || stage === 'erased'}
        onClick={model.ask}
      >
        {say('settingsEraseAsk')}
      </button>
      <div role="status">
        {stage === 'erasing' && <p>{say('settingsErasing')}</p>}
        {stage === 'erased' && <p>{say('settingsErased')}</p>}
        {failure && (
          <Note tone="error">
            {failure.message} {failure.remedy}
          </Note>
        )}
      </div>
      {stage === 'asking' && (
        <Modal title={say('settingsEraseTitle')} onClose={model.cancel}>
          <p>{say('settingsEraseWarning')}</p>
          <p>{say('settingsEraseRestart')}</p>
          <div class="row-actions erase-actions">
            {/* First, so that the focus begins on what does no harm. */}
            <button type="button" class="button" onClick={model.cancel}>
              {say('settingsEraseKeep')}
            </button>
            <button type="button" class="button erase-now" onClick={() => void model.confirm()}>
              {say('settingsEraseNow')}
            </button>
          </div>
        </Modal>
      )}
    </Section>
  );
}
