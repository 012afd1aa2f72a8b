import type { JSX } from 'preact';
import { keptWords, troubleWords } from '../../lib/state/history-words.ts';
import type { SettingsModel } from '../../lib/state/settings-model.ts';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { Switch } from '../ui/switch.tsx';

/** Whether flows outlive the browser, and how many are kept. */
export function History({ model }: { readonly model: SettingsModel }): JSX.Element {
  const status = model.status.value?.history;
  const trouble = status && troubleWords(status);
  return (
    <Section title="History">
      <Switch
        label="Keep history"
        checked={model.settings.value.history}
        onChange={(on) => void model.setHistory(on)}
      />
      <p class="muted">
        On: flows stay when the browser closes, with codes, tokens and all, unencrypted in this profile. Off:
        they are wiped when it next starts. Flows of private windows are never written to disk.
      </p>
      {status && (
        <p role="status">
          {keptWords(status)} <span class="muted">The oldest that are not pinned go first.</span>
        </p>
      )}
      {trouble && <Note tone="warning">{trouble}</Note>}
    </Section>
  );
}
