import { t } from '../../i18n/t.ts';
import type { CommandOutcome, Failure } from '../../messaging/protocol.ts';
import { fetchJson } from '../../net/fetch-json.ts';
import { isHttp, parseUrl } from '../../oauth/url.ts';
import { discoveredProfile } from '../../providers/discovered-profile.ts';
import type { Profile } from '../../providers/types.ts';
import { networkErrorLabel } from '../shared/network-error-label.ts';

/** How long an issuer may take to answer, in milliseconds, and the longest answer that is read, in bytes. */
const BOUNDS = { timeout: 10_000, limit: 500_000 } as const;

/**
 * Fetches an issuer's discovery document and makes a profile of it. Tries OpenID Connect Discovery section 4, then RFC 8414
 * section 3, whose path comes before the issuer's own. No cookies go along, no redirect is followed.
 * Never throws.
 */
export async function discoverProfile(
  issuer: string,
  name: string,
  taken: Iterable<string>,
  send: typeof fetch = (...args) => fetch(...args),
): Promise<CommandOutcome<Profile>> {
  const typed = issuer
    .trim()
    .replace(/\/\.well-known\/(openid-configuration|oauth-authorization-server)$/, '');
  const url = parseUrl(typed);
  if (!url || !isHttp(typed) || url.username !== '' || url.password !== '') {
    return refuse('address', t('profilesNoAddress', typed.slice(0, 80)), t('profilesNoAddressRemedy'));
  }
  const path = url.pathname.replace(/\/$/, '');
  const first = await read(`${url.origin}${path}/.well-known/openid-configuration`, send);
  const second = first.ok
    ? first
    : await read(`${url.origin}/.well-known/oauth-authorization-server${path}`, send);
  const answer = second.ok ? second : first;
  if (!answer.ok) return answer;
  const made = discoveredProfile(typed, answer.value, taken, name);
  return made.ok ? { ok: true, value: made.profile } : made;
}

async function read(
  url: string,
  send: typeof fetch,
): Promise<CommandOutcome<Readonly<Record<string, unknown>>>> {
  const answer = await fetchJson({ url }, { ...BOUNDS, fetch: send });
  if (!answer.ok) return { ok: false, failure: networkErrorLabel(answer.failure) };
  const { json, address, status, text } = answer.value;
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) {
    return { ok: true, value: json as Readonly<Record<string, unknown>> };
  }
  return { ok: false, failure: networkErrorLabel({ code: 'not-json', address, status, text }) };
}

function refuse(
  code: string,
  message: string,
  remedy: string,
): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { code, message, remedy } };
}
