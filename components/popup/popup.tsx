import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { createPopupModel } from '../../lib/state/popup/popup-model.ts';
import { useServices } from '../app/services.ts';
import { HoldAccess } from '../hold/hold-access.tsx';
import { RecordingControl } from '../recording/recording-control.tsx';
import { QuickLaunch } from '../request/quick-launch.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { Switch } from '../ui/switch.tsx';
import './popup.css';
import { t } from '../../lib/i18n/t.ts';
import { QuickDecode } from './quick-decode.tsx';
import { RecentCallbacks } from './recent-callbacks.tsx';
import { PopupSiteAccess } from './site-access.tsx';

/** What a toolbar button can hold: the last callbacks, a launch and a decode. */
export function Popup(): JSX.Element {
  const services = useServices();
  const [model] = useState(() => createPopupModel(services.background));
  useEffect(() => model.dispose, [model]);
  const failure = model.failure.value;
  return (
    <main class="popup">
      <header class="popup-head">
        <h1>Grantscope</h1>
        <RecordingControl
          recording={model.status.value?.recording}
          mode={model.status.value?.recordingMode}
          onSwitch={(on) => void model.setRecording(on)}
          onMode={(mode) => void model.setRecordingMode(mode)}
        />
        <Switch
          label={t('popupHold')}
          class="holding"
          checked={model.status.value?.hold.on ?? false}
          title={t('popupHoldTitle')}
          onChange={(on) => void model.setHold(on)}
        />
      </header>
      {failure && (
        <div role="alert">
          <Note tone="error">
            {failure.message} {failure.remedy}
          </Note>
        </div>
      )}
      <div class="popup-body">
        <HoldAccess hold={model.status.value?.hold} />
        <ErrorBoundary what={t('popupCallbackList')}>
          <RecentCallbacks model={model} />
        </ErrorBoundary>
        <PopupSiteAccess />
        <section class="popup-part" aria-label={t('popupLaunch')}>
          <ErrorBoundary what={t('popupQuickLaunch')}>
            <QuickLaunch />
          </ErrorBoundary>
        </section>
        <section class="popup-part" aria-label={t('popupDecode')}>
          <QuickDecode />
        </section>
      </div>
      <footer class="popup-foot">
        <button type="button" class="button quiet" onClick={() => services.openWorkbench()}>
          <Icon name="external" />
          {t('popupOpenWorkbench')}
        </button>
        <span class="muted">{t('popupOrDevtools')}</span>
      </footer>
    </main>
  );
}
