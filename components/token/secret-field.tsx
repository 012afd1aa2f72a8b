import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';

interface SecretFieldProps {
  readonly label: string;
  readonly text: string;
  readonly onInput: (text: string) => void;
  readonly multiline?: boolean;
  /** What it holds is no secret, and is shown. */
  readonly open?: boolean;
  readonly placeholder?: string;
}

/**
 * A field whose text is masked until it is revealed. It is no password box, so that no password manager offers to keep what
 * is typed.
 */
export function SecretField({
  label,
  text,
  onInput,
  multiline = false,
  open = false,
  placeholder = '',
}: SecretFieldProps): JSX.Element {
  const id = useId();
  const [revealed, setRevealed] = useState(false);
  const masked = !open && !revealed;
  const shared = {
    id,
    placeholder,
    spellcheck: false,
    autocomplete: 'off' as const,
    value: text,
    class: `input monospace token-secret ${masked ? 'masked' : ''}`,
  };
  return (
    <div class={multiline ? 'token-field' : 'token-field inline'}>
      <label for={id}>{label}</label>
      {multiline ? (
        <textarea rows={4} {...shared} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input {...shared} type="text" onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      {!open && text !== '' && (
        <button
          type="button"
          class="button quiet"
          aria-pressed={revealed}
          onClick={() => setRevealed(!revealed)}
        >
          Reveal {label.toLowerCase()}
        </button>
      )}
    </div>
  );
}
