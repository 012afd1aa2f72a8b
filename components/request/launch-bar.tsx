import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import type { LaunchTarget } from '../../lib/messaging/protocol.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { PhoneCode } from '../phone/phone-code.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { OpenMenu } from './open-menu.tsx';
import { useRequestModel } from './request-context.ts';

const OPENED: Readonly<Record<LaunchTarget, MessageName>> = {
  'this-tab': 'requestOpenedThisTab',
  'new-tab': 'requestOpenedNewTab',
  'private-window': 'requestOpenedPrivate',
  phone: 'requestOpenedPhone',
};

/** Open, where to, and what became of it. */
export function LaunchBar(): JSX.Element {
  const { launcher, status, blocker } = useRequestModel();
  const { surface } = useServices();
  const id = useId();
  const blocked = blocker.value;
  const result = launcher.state.value;
  const target: LaunchTarget = surface === 'panel' ? 'this-tab' : 'new-tab';
  return (
    <div class="stack">
      <div class="row-actions launch-bar">
        <span class="open-split">
          <button
            type="button"
            class="button primary"
            aria-disabled={launcher.state.value.kind === 'launching' || blocked !== undefined}
            aria-describedby={blocked === undefined ? undefined : id}
            onClick={() => blocked === undefined && void launcher.open(target)}
          >
            <Icon name="launch" />
            {t('requestOpen')}
          </button>
          <OpenMenu />
        </span>
        <label class="check">
          <input
            type="checkbox"
            checked={launcher.keepValues.value}
            onChange={(event) => {
              launcher.keepValues.value = event.currentTarget.checked;
            }}
          />
          {t('requestKeepValues')}
        </label>
        {status.value?.recording === false && <span class="muted">{t('requestRecordingOff')}</span>}
      </div>
      {blocked && (
        <div id={id} class="launch-blocked">
          <Note tone="error" word={t('requestOpenBlocked')}>
            {blocked.message} {blocked.remedy}
          </Note>
        </div>
      )}
      <Result />
      {result.kind === 'launched' && result.phone && (
        <PhoneCode key={result.phone.url} request={result.phone} onClose={launcher.forget} />
      )}
    </div>
  );
}

function Result(): JSX.Element {
  const { launcher } = useRequestModel();
  const app = useAppModel();
  const result = launcher.state.value;
  const showFlows = (): void => {
    app.tab.value = 'flows';
  };
  return (
    <div role="status">
      {result.kind === 'launched' && (
        <p class="done">
          <Icon name="completed" tone="success" /> {t(OPENED[result.target])}{' '}
          {launcher.keepValues.value ? '' : `${t('requestValuesFresh')} `}
          <button type="button" class="button link" onClick={showFlows}>
            {t('requestWatchFlows')}
          </button>
        </p>
      )}
      {result.kind === 'failed' && (
        <Note tone="error" word={t('requestNotOpened')}>
          {result.failure.message} {result.failure.remedy}
        </Note>
      )}
    </div>
  );
}
