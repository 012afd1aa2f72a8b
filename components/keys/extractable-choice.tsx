import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
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
        {t(WORDS[what].label)}
      </label>
      {checked && (
        <Note tone="warning" word={t('keysExportableWord')}>
          {t(WORDS[what].note)}
        </Note>
      )}
    </>
  );
}
