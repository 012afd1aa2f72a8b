import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { createSettingsModel } from '../../lib/state/settings-model.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { ProfilesSection } from '../profiles/profiles-section.tsx';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { Switch } from '../ui/switch.tsx';
import { Toast } from '../ui/toast.tsx';
import { EraseEverything } from './erase-everything.tsx';
import { History } from './history.tsx';
import { PrivateWindows } from './private-windows.tsx';
import './settings.css';
import { say, sayCount } from '../../lib/state/say.ts';
import { Shortcuts } from './shortcuts.tsx';
import { SiteAccess } from './site-access.tsx';

/** What Grantscope may see and how it behaves. */
export function SettingsTab(): JSX.Element {
  const services = useServices();
  const [model] = useState(() => createSettingsModel(services));
  useEffect(() => model.dispose, [model]);
  const shown = useAppModel().tab.value === 'settings';
  useEffect(() => {
    if (shown) void model.refresh();
  }, [model, shown]);
  const failure = model.failure.value;
  const typed = Object.values(model.settings.value.environments).flatMap(({ endpoints }) =>
    Object.values(endpoints),
  );
  return (
    <div class="settings">
      {failure && (
        <div class="section">
          <Note tone="error">
            {failure.message} {failure.remedy}
          </Note>
        </div>
      )}
      <SiteAccess model={model} />
      <ProfilesSection />
      <PrivateWindows allowed={model.status.value?.privateAllowed} />
      <Section title={say('settingsFlows')}>
        <Switch
          label={say('settingsPreserve')}
          checked={model.settings.value.preserve}
          onChange={(on) => void model.setPreserve(on)}
        />
        <p class="muted">{say('settingsPreserveAbout')}</p>
      </Section>
      <History model={model} />
      <Section title={say('settingsAddresses')}>
        <p class="muted">
          {typed.length === 0
            ? say('settingsAddressesDocumented')
            : sayCount('settingsAddressesTyped', typed.length, typed.join(', '))}
        </p>
        <button
          type="button"
          class="button"
          disabled={Object.keys(model.settings.value.environments).length === 0}
          onClick={() => void model.reset()}
        >
          {say('settingsReset')}
        </button>
      </Section>
      <Shortcuts />
      <EraseEverything />
      <Section title={say('settingsAbout')}>
        <p>
          Grantscope {services.version} ·{' '}
          <a href="/welcome.html" target="_blank" rel="noreferrer">
            {say('settingsFirstSteps')}
          </a>
        </p>
        <p class="muted">{say('settingsNothingLeaves')}</p>
      </Section>
      <div role="status">
        {model.resetAddresses.value && (
          <Toast
            text={say('settingsResetDone')}
            action={{ label: say('wordUndo'), run: () => void model.undoReset() }}
            onClose={model.forgetReset}
          />
        )}
      </div>
    </div>
  );
}
