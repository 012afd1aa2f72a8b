import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { createLockModel } from '../../lib/state/app/lock-model.ts';
import { useServices } from '../app/services.ts';
import { Note } from '../ui/note.tsx';

/** Says that the history is locked, with the field that unlocks it. */
export function UnlockHistory(): JSX.Element {
  const { background } = useServices();
  const [model] = useState(() => createLockModel(background));
  const [passphrase, setPassphrase] = useState('');
  const id = useId();
  const failure = model.failure.value;
  const unlock = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    await model.run({ act: 'unlock', passphrase });
    setPassphrase('');
  };
  return (
    <form class="lock-form" aria-label={t('lockLocked')} onSubmit={(event) => void unlock(event)}>
      <p>{t('lockLockedAbout')}</p>
      <div class="row-actions">
        <label for={id}>{t('lockPassphrase')}</label>
        <input
          id={id}
          type="password"
          autocomplete="off"
          value={passphrase}
          onInput={(event) => setPassphrase(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={passphrase === '' || model.busy.value}>
          {t('lockUnlock')}
        </button>
      </div>
      <div role="status">
        {failure && (
          <Note tone="error">
            {failure.message} {failure.remedy}
          </Note>
        )}
      </div>
    </form>
  );
}
