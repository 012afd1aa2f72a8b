import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { createEraseModel } from '../../lib/state/app/erase-model.ts';
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
    <Section title={t('settingsErase')}>
      <p class="muted">{t('settingsEraseAbout')}</p>
      <button
        type="button"
        class="button"
        disabled={stage === 'erasing' || stage === 'erased'}
        onClick={model.ask}
      >
        {t('settingsEraseAsk')}
      </button>
      <div role="status">
        {stage === 'erasing' && <p>{t('settingsErasing')}</p>}
        {stage === 'erased' && <p>{t('settingsErased')}</p>}
        {failure && (
          <Note tone="error">
            {failure.message} {failure.remedy}
          </Note>
        )}
      </div>
      {stage === 'asking' && (
        <Modal title={t('settingsEraseTitle')} onClose={model.cancel}>
          <p>{t('settingsEraseWarning')}</p>
          <p>{t('settingsEraseRestart')}</p>
          <div class="row-actions erase-actions">
            {/* First, so that the focus begins on what does no harm. */}
            <button type="button" class="button" onClick={model.cancel}>
              {t('settingsEraseKeep')}
            </button>
            <button type="button" class="button erase-now" onClick={() => void model.confirm()}>
              {t('settingsEraseNow')}
            </button>
          </div>
        </Modal>
      )}
    </Section>
  );
}
