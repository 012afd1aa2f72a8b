import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { HistoryLock } from '../../lib/messaging/lock-protocol.ts';
import { createLockModel } from '../../lib/state/app/lock-model.ts';
import type { SettingsModel } from '../../lib/state/settings/settings-model.ts';
import { useServices } from '../app/services.ts';
import { Note } from '../ui/note.tsx';
import { UnlockHistory } from './unlock-history.tsx';

/** Minutes without use after which the history locks; 0 locks only when the browser starts. */
const CHOICES = [0, 5, 15, 60] as const;

/** The passphrase of the history, and when it is asked for. */
export function Lock({
  model,
  lock,
}: {
  readonly model: SettingsModel;
  readonly lock: HistoryLock;
}): JSX.Element {
  const { background } = useServices();
  const [locking] = useState(() => createLockModel(background));
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [first, second, after] = [useId(), useId(), useId()];
  const failure = locking.failure.value;
  const run = async (order: Parameters<typeof locking.run>[0]): Promise<void> => {
    if (await locking.run(order)) {
      setPassphrase('');
      setAgain('');
    }
    await model.refresh();
  };
  if (lock === 'locked') return <UnlockHistory />;
  const differs = again !== '' && again !== passphrase;
  return (
    <form
      class="lock-form"
      aria-label={t('lockTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        void run({ act: 'set', passphrase });
      }}
    >
      <h3>{t('lockTitle')}</h3>
      <p class="muted">{t('lockAbout')}</p>
      <div class="row-actions">
        <label for={first}>{t('lockPassphrase')}</label>
        <input
          id={first}
          type="password"
          autocomplete="new-password"
          value={passphrase}
          onInput={(event) => setPassphrase(event.currentTarget.value)}
        />
        <label for={second}>{t('lockRepeat')}</label>
        <input
          id={second}
          type="password"
          autocomplete="new-password"
          value={again}
          onInput={(event) => setAgain(event.currentTarget.value)}
        />
        <button
          type="submit"
          class="button"
          disabled={passphrase === '' || passphrase !== again || locking.busy.value}
        >
          {t(lock === 'none' ? 'lockSet' : 'lockChange')}
        </button>
      </div>
      <p role="status">{differs && t('lockDiffers')}</p>
      {lock === 'open' && (
        <div class="row-actions">
          <label for={after}>{t('lockAfter')}</label>
          <select
            id={after}
            value={String(model.settings.value.lockAfter)}
            onChange={(event) => void model.setLockAfter(Number(event.currentTarget.value))}
          >
            {CHOICES.map((minutes) => (
              <option key={minutes} value={String(minutes)}>
                {minutes === 0 ? t('lockAtStart') : t('lockMinutes', minutes)}
              </option>
            ))}
          </select>
          <button type="button" class="button" onClick={() => void run({ act: 'lock' })}>
            {t('lockNow')}
          </button>
          <button type="button" class="button" onClick={() => void run({ act: 'remove' })}>
            {t('lockRemove')}
          </button>
        </div>
      )}
      {failure && (
        <Note tone="error">
          {failure.message} {failure.remedy}
        </Note>
      )}
    </form>
  );
}
