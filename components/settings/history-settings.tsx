import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { keptLabel, lostLabel, troubleLabel } from '../../lib/state/settings/history-labels.ts';
import type { SettingsModel } from '../../lib/state/settings/settings-model.ts';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { Switch } from '../ui/switch.tsx';
import { Lock } from './lock.tsx';

/** Whether flows outlive the browser, and how many are kept. */
export function HistorySettings({ model }: { readonly model: SettingsModel }): JSX.Element {
  const status = model.status.value?.history;
  const trouble = status && troubleLabel(status);
  const lost = status && lostLabel(status);
  return (
    <Section title={t('settingsHistory')}>
      <Switch
        label={t('settingsHistoryKeep')}
        checked={model.settings.value.history}
        onChange={(on) => void model.setHistory(on)}
      />
      <p class="muted">{t('settingsHistoryAbout')}</p>
      {status && (
        <p role="status">
          {keptLabel(status)} <span class="muted">{t('settingsHistoryOldest')}</span>
        </p>
      )}
      {status?.on && <Lock model={model} lock={status.lock ?? 'none'} />}
      {trouble && <Note tone="warning">{trouble}</Note>}
      {lost && <Note tone="warning">{lost}</Note>}
    </Section>
  );
}
