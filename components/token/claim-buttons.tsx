import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import { type ClaimKind, readSpan } from '../../lib/state/token/token-claim-values.ts';
import { useTokenTab } from './token-context.ts';

const BUTTONS: readonly { readonly label: string; readonly title: MessageName; readonly kind: ClaimKind }[] =
  [
    { label: 'iat', title: 'tokenClaimIat', kind: 'iat' },
    { label: 'nbf', title: 'tokenClaimNbf', kind: 'nbf' },
    { label: 'exp +5 min', title: 'tokenClaimMinutes', kind: { exp: 300 } },
    { label: 'exp +1 h', title: 'tokenClaimHour', kind: { exp: 3_600 } },
    { label: 'jti', title: 'tokenClaimJti', kind: 'jti' },
    { label: 'nonce', title: 'tokenClaimNonce', kind: 'nonce' },
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
        <button
          key={label}
          type="button"
          class="button"
          title={t(title)}
          onClick={() => signing.setClaim(kind)}
        >
          {label}
        </button>
      ))}
      <span class="token-own-exp">
        <label for={id}>{t('tokenClaimExpIn')}</label>
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
          {t('tokenClaimSetExp')}
        </button>
      </span>
      {wrong && (
        <p id={`${id}-fault`} class="tone-error">
          {t('tokenClaimSpanFault')}
        </p>
      )}
    </div>
  );
}
