import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { type ClaimKind, readSpan } from '../../lib/state/token-claim-values.ts';
import { useTokenTab } from './token-context.ts';

const BUTTONS: readonly { readonly label: string; readonly title: string; readonly kind: ClaimKind }[] = [
  { label: 'iat', title: 'Issued now', kind: 'iat' },
  { label: 'nbf', title: 'Valid from now on', kind: 'nbf' },
  { label: 'exp +5 min', title: 'Expires in five minutes', kind: { exp: 300 } },
  { label: 'exp +1 h', title: 'Expires in an hour', kind: { exp: 3_600 } },
  { label: 'jti', title: 'A fresh id', kind: 'jti' },
  { label: 'nonce', title: 'A fresh nonce', kind: 'nonce' },
];

/** Fills claims in with fresh values. */
export function ClaimButtons(): JSX.Element {
  const { signing } = useTokenTab();
  const id = useId();
  const [span, setSpan] = useState('');
  const seconds = readSpan(span);
  const wrong = span.trim() !== '' && seconds === undefined;
  const apply = (): void => {
    if (seconds !== undefined) signing.setClaim({ exp: seconds });
  };
  return (
    <div class="row-actions token-claim-buttons">
      {BUTTONS.map(({ label, title, kind }) => (
        <button key={label} type="button" class="button" title={title} onClick={() => signing.setClaim(kind)}>
          {label}
        </button>
      ))}
      <span class="token-own-exp">
        <label for={id}>exp in</label>
        <input
          id={id}
          class="input"
          size={6}
          placeholder="10 min"
          autocomplete="off"
          value={span}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-fault` : undefined}
          onInput={(event) => setSpan(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && apply()}
        />
        <button type="button" class="button" disabled={seconds === undefined} onClick={apply}>
          Set exp
        </button>
      </span>
      {wrong && (
        <p id={`${id}-fault`} class="tone-error">
          Write seconds, or 5 min, 1 h, 2 d.
        </p>
      )}
    </div>
  );
}
