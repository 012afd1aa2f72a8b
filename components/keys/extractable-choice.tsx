import type { JSX } from 'preact';
import { Note } from '../ui/note.tsx';

interface ExtractableChoiceProps {
  /** `private key` or `secret`. */
  readonly what: string;
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
        Let the {what} be exported later
      </label>
      {checked && (
        <Note tone="warning" word="It can leave this browser">
          Whoever opens this browser profile can then copy the {what} and sign as you, and nobody would
          notice. Use it for test keys that other tools need too; leave the box empty for all others.
        </Note>
      )}
    </>
  );
}
