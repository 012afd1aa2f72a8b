import type { JSX } from 'preact';
import { keptWords, lostWords, troubleWords } from '../../lib/state/history-words.ts';
import { say } from '../../lib/state/say.ts';
import type { SettingsModel } from '../../lib/state/settings-model.ts';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { Switch } from '../ui/switch.tsx';
import { Lock } from './lock.tsx';

/** Whether flows outlive the browser, and how many are kept. */
export function History({ model }: { readonly model: SettingsModel }): JSX.Element {
  const status = model.status.value?.history;
  const trouble = status && troubleWords(status);
  const lost = status && lostWords(status);
  return (
    <Section title={say('settingsHistory')}>
      <Switch
        label={say('settingsHistoryKeep')}
        checked={model.settings.value.history}
        onChange={(on) => void model.setHistory(on)}
      />
      <p class="muted">{say('settingsHistoryAbout')}</p>
      {status && (
        <p role="status">
          {keptWords(status)} <span class="muted">{say('settingsHistoryOldest')}</span>
        </p>
      )}
      {status?.on && <Lock model={model} lock={status.lock ?? 'none'} />}
      {trouble && <Note tone="warning">{trouble}</Note>}
      {lost && <Note tone="warning">{lost}</Note>}
    </Section>
  );
}
