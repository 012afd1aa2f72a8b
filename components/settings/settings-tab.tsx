import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { createSettingsModel } from '../../lib/state/settings/settings-model.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { ProfilesSection } from '../profiles/profiles-section.tsx';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { Switch } from '../ui/switch.tsx';
import { Toast } from '../ui/toast.tsx';
import { EraseEverything } from './erase-everything.tsx';
import { HistorySettings } from './history-settings.tsx';
import { PrivateWindows } from './private-windows.tsx';
import './settings.css';
import { t, tCount } from '../../lib/i18n/t.ts';
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
      <ProfilesSection />
      <SiteAccess model={model} />
      <PrivateWindows allowed={model.status.value?.privateAllowed} />
      <Section title={t('settingsFlows')}>
        <Switch
          label={t('settingsPreserve')}
          checked={model.settings.value.preserve}
          onChange={(on) => void model.setPreserve(on)}
        />
        <p class="muted">{t('settingsPreserveAbout')}</p>
      </Section>
      <HistorySettings model={model} />
      <Section title={t('settingsAddresses')}>
        <p class="muted">
          {typed.length === 0
            ? t('settingsAddressesDocumented')
            : tCount('settingsAddressesTyped', typed.length, typed.join(', '))}
        </p>
        <button
          type="button"
          class="button"
          disabled={Object.keys(model.settings.value.environments).length === 0}
          onClick={() => void model.reset()}
        >
          {t('settingsReset')}
        </button>
      </Section>
      <Shortcuts />
      <EraseEverything />
      <Section title={t('settingsAbout')}>
        <p>
          Grantscope {services.version} ·{' '}
          <a href="/welcome.html" target="_blank" rel="noreferrer">
            {t('settingsFirstSteps')}
          </a>
        </p>
        <p class="muted">{t('settingsNothingLeaves')}</p>
      </Section>
      <div role="status">
        {model.resetAddresses.value && (
          <Toast
            text={t('settingsResetDone')}
            action={{ label: t('wordUndo'), run: () => void model.undoReset() }}
            onClose={model.forgetReset}
          />
        )}
      </div>
    </div>
  );
}
