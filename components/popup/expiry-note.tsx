import type { JSX } from 'preact';
import type { JsonObject } from '../../lib/jwt/types.ts';
import { formatRelative } from '../../lib/state/format.ts';
import { useServices } from '../app/services.ts';
import { Icon } from '../ui/icon.tsx';

/** Whether a token has expired (RFC 7519 section 4.1.4). */
export function ExpiryNote({ claims }: { readonly claims: JsonObject | undefined }): JSX.Element | null {
  const now = useServices().now();
  const exp = claims?.exp;
  if (!claims) return null;
  if (typeof exp !== 'number') return <p class="muted">It names no expiry.</p>;
  const expired = exp * 1_000 <= now;
  return (
    <p class={expired ? 'tone-error' : 'tone-success'}>
      <Icon name={expired ? 'failed' : 'completed'} /> {expired ? 'Expired' : 'Expires'}{' '}
      {formatRelative(exp * 1_000, now)}
    </p>
  );
}
