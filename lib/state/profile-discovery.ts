import { parseJsonObject } from '../jwt/parse-json.ts';
import type { Failure, Outcome } from '../messaging/protocol.ts';
import { isHttp, parseUrl } from '../oauth/url.ts';
import { discoveredProfile } from '../providers/discovered-profile.ts';
import type { Profile } from '../providers/types.ts';
import { say } from './say.ts';

/** How long an issuer may take to answer, in milliseconds, and the longest answer that is read, in UTF-16 units. */
const TIMEOUT = 10_000;
const MAX_DOCUMENT = 500_000;

/**
 * Fetches an issuer's discovery document and makes a profile of it. Tries OpenID Connect Discovery section 4, then RFC 8414
 * section 3, whose path comes before the issuer's own. No cookies go along. Never throws.
 */
export async function discoverProfile(
  issuer: string,
  name: string,
  taken: Iterable<string>,
  send: typeof fetch = (...args) => fetch(...args),
): Promise<Outcome<Profile>> {
  const typed = issuer
    .trim()
    .replace(/\/\.well-known\/(openid-configuration|oauth-authorization-server)$/, '');
  const url = parseUrl(typed);
  if (!url || !isHttp(typed) || url.username !== '' || url.password !== '') {
    return refuse('address', say('profilesNoAddress', typed.slice(0, 80)), say('profilesNoAddressRemedy'));
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

async function read(url: string, send: typeof fetch): Promise<Outcome<Readonly<Record<string, unknown>>>> {
  const host = parseUrl(url)?.host ?? '';
  let status: number;
  let text: string;
  try {
    const answer = await send(url, {
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT),
    });
    status = answer.status;
    text = (await answer.text()).slice(0, MAX_DOCUMENT + 1);
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return late
      ? refuse('timeout', say('profilesTimeout', host, TIMEOUT / 1_000), say('profilesTimeoutRemedy'))
      : refuse('unreachable', say('profilesUnreachable', host), say('profilesUnreachableRemedy'));
  }
  if (status !== 200) {
    return refuse('status', say('profilesStatus', url, status), say('profilesStatusRemedy'));
  }
  if (text.length > MAX_DOCUMENT) {
    return refuse('too-long', say('profilesTooLong', host), say('profilesTooLongRemedy'));
  }
  const value = parseJsonObject(text);
  if (value) return { ok: true, value };
  return refuse('not-json', say('profilesNotJson', url), say('profilesNotJsonRemedy'));
}

function refuse(
  code: string,
  message: string,
  remedy: string,
): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { code, message, remedy } };
}
