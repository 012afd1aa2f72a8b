import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { type MessageName, t } from '../../lib/i18n/t.ts';

const WORDS = {
  secret: { label: 'tokenSecret', reveal: 'tokenRevealSecret' },
  key: { label: 'tokenKey', reveal: 'tokenRevealKey' },
  passphrase: { label: 'tokenPassphrase', reveal: 'tokenRevealPassphrase' },
} as const satisfies Record<string, { readonly label: MessageName; readonly reveal: MessageName }>;

interface SecretFieldProps {
  readonly what: keyof typeof WORDS;
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
  what,
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
      <label for={id}>{t(WORDS[what].label)}</label>
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
          {t(WORDS[what].reveal)}
        </button>
      )}
    </div>
  );
}
