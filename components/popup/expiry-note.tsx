import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import type { JsonObject } from '../../lib/jwt/types.ts';
import { shownTime } from '../../lib/state/token/token-time.ts';
import { Icon } from '../ui/icon.tsx';
import { useNow } from '../ui/use-now.ts';

/** When a token expires or expired (RFC 7519 section 4.1.4), counting. */
export function ExpiryNote({ claims }: { readonly claims: JsonObject | undefined }): JSX.Element | null {
  const now = useNow(1_000);
  if (!claims) return null;
  if (claims.exp === undefined) return <p class="muted">{t('popupNoExpiry')}</p>;
  const time = shownTime('exp', claims.exp, now);
  if (typeof time !== 'object') return <p class="tone-error">exp: {time}</p>;
  return (
    <p class={time.passed ? 'tone-error' : 'tone-success'} title={`${time.local}, ${time.utc}`}>
      <Icon name={time.passed ? 'failed' : 'completed'} /> {time.relative[0]?.toUpperCase()}
      {time.relative.slice(1)}
    </p>
  );
}
