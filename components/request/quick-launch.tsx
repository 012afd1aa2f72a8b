import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { Failure } from '../../lib/messaging/protocol.ts';
import {
  lastChoice,
  type QuickChoice,
  quickChoices,
  quickLaunch,
} from '../../lib/state/request/quick-launch.ts';
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts';
import { useServices } from '../app/services.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';

/** Launches the last provider again, with fresh values, in a new tab. */
export function QuickLaunch(): JSX.Element {
  const services = useServices();
  const { catalogue } = services.profiles;
  const [choices, setChoices] = useState<readonly QuickChoice[]>(() =>
    quickChoices(DEFAULT_SETTINGS, catalogue.peek()),
  );
  const [choice, setChoice] = useState(() => lastChoice(DEFAULT_SETTINGS, catalogue.peek()));
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    Promise.all([services.settings.read(), services.profiles.followed.ready]).then(
      ([settings]) => {
        setChoices(quickChoices(settings, catalogue.peek()));
        setChoice(lastChoice(settings, catalogue.peek()));
      },
      () => undefined,
    );
  }, [services, catalogue]);
  const launch = async (): Promise<void> => {
    setBusy(true);
    const launched = await quickLaunch(services, choice);
    setBusy(false);
    setFailure(launched.ok ? undefined : launched.failure);
  };
  return (
    <div class="stack">
      <div class="row-actions">
        <select
          class="input"
          aria-label={t('requestQuickChoice')}
          value={choice}
          onChange={(event) => {
            setChoice(event.currentTarget.value);
            setFailure(undefined);
          }}
        >
          {choices.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="button primary"
          disabled={busy}
          title={t('requestQuickTitle')}
          onClick={() => void launch()}
        >
          <Icon name="launch" />
          {t('requestQuick')}
        </button>
      </div>
      <div role="status">
        {failure && (
          <Note tone="error" word={t('requestNotOpened')}>
            {failure.message} {failure.remedy}{' '}
            {failure.code === 'no-signing-key' && (
              <button type="button" class="button link" onClick={() => services.openWorkbench('request')}>
                {t('requestQuickWorkbench')}
              </button>
            )}
          </Note>
        )}
      </div>
    </div>
  );
}
