import type { JSX } from 'preact';
import { say } from '../../lib/state/say.ts';
import { Note } from '../ui/note.tsx';

const WORDS = {
  private: { label: 'keysExportableKey', note: 'keysExportableKeyNote' },
  secret: { label: 'keysExportableSecret', note: 'keysExportableSecretNote' },
} as const;

interface ExtractableChoiceProps {
  readonly what: keyof typeof WORDS;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Lets a key be exported later, and says what that costs. */
export function ExtractableChoice({ what, checked, onChange }: ExtractableChoiceProps): JSX.Element {
  return (
    <>
      <label class="check keys-check">
        <input
          type="checkbox"
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {say(WORDS[what].label)}
      </label>
      {checked && (
        <Note tone="warning" word={say('keysExportableWord')}>
          {say(WORDS[what].note)}
        </Note>
      )}
    </>
  );
}
