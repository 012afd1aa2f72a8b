import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../../lib/messaging/protocol.ts';
import { lastChoice, type QuickChoice, quickChoices, quickLaunch } from '../../lib/state/quick-launch.ts';
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts';
import { useServices } from '../app/services.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';

/** Launches the last provider again, with fresh values, in a new tab. */
export function QuickLaunch(): JSX.Element {
  const services = useServices();
  const [choices, setChoices] = useState<readonly QuickChoice[]>(() => quickChoices(DEFAULT_SETTINGS));
  const [choice, setChoice] = useState(() => lastChoice(DEFAULT_SETTINGS));
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    Promise.all([services.settings.read(), services.profiles.followed.ready]).then(
      ([settings]) => {
        setChoices(quickChoices(settings));
        setChoice(lastChoice(settings));
      },
      () => undefined,
    );
  }, [services]);
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
          aria-label="Provider and environment"
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
          title="Open in a new tab with fresh state and nonce"
          onClick={() => void launch()}
        >
          <Icon name="launch" />
          Launch
        </button>
      </div>
      <div role="status">
        {failure && (
          <Note tone="error" word="Not opened">
            {failure.message} {failure.remedy}{' '}
            {failure.code === 'no-signing-key' && (
              <button type="button" class="button link" onClick={() => services.openWorkbench('request')}>
                Open the Request tab in the workbench
              </button>
            )}
          </Note>
        )}
      </div>
    </div>
  );
}
