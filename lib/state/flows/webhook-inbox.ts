import { t } from '../../i18n/t.ts';
import type { Failure } from '../../messaging/protocol.ts';
import { fetchJson } from '../../net/fetch-json.ts';
import type { NetOptions } from '../../net/fetch-text.ts';
import { parseUrl } from '../../oauth/url.ts';
import { networkErrorLabel } from '../shared/network-error-label.ts';

/** How long an inbox may take to answer, in milliseconds, and the longest answer that is read, in bytes. */
const BOUNDS = { timeout: 10_000, limit: 5_000_000 } as const;

export type InboxAddress =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly failure: Failure };

export type InboxAnswer =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly failure: Failure };

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/**
 * The address at which an inbox tells what reached it. At webhook.site that is neither the page one looks at nor the
 * address that is called, so that either of them is led to the list of requests.
 */
export function inboxAddress(text: string): InboxAddress {
  const url = parseUrl(text.trim());
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    return fail('address', t('flowsInboxNoAddress'), t('flowsInboxNoAddressRemedy'));
  }
  if (url.hostname !== 'webhook.site' || url.pathname.endsWith('/requests'))
    return { ok: true, url: url.href };
  const token = new RegExp(UUID, 'i').exec(`${url.pathname} ${url.hash}`)?.[0];
  if (token === undefined) {
    return fail('inbox-token', t('flowsInboxNoToken'), t('flowsInboxNoTokenRemedy'));
  }
  return { ok: true, url: `${url.origin}/token/${token}/requests?sorting=newest` };
}

/** Asks an inbox once for what reached it. No cookies go along, no redirect is followed. Never throws. */
export async function readInbox(
  url: string,
  options: Pick<NetOptions, 'fetch' | 'signal'> = {},
): Promise<InboxAnswer> {
  const answer = await fetchJson({ url }, { ...BOUNDS, ...options });
  return answer.ok
    ? { ok: true, text: answer.value.text }
    : { ok: false, failure: networkErrorLabel(answer.failure) };
}

function fail(code: string, message: string, remedy: string): { ok: false; failure: Failure } {
  return { ok: false, failure: { code, message, remedy } };
}
