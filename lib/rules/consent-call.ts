import type { FlowCall } from '../flow/types.ts';
import { parseUrl } from '../oauth/url.ts';

/** Members that only the body of a consent has. */
const OF_CONSENT =
  /^Data\.(?:Permissions|ExpirationDateTime|TransactionFromDateTime|TransactionToDateTime)\b/;

/**
 * True for the call that makes a consent (Open Banking Read/Write API, account-access-consents), with its body seen: by a member
 * of the body, by its path, or by the step that made it.
 */
export function isConsentCall({ method, url, stepId, fields }: FlowCall): boolean {
  const members = fields.filter((field) => field.in === 'json');
  if (members.some(({ name }) => OF_CONSENT.test(name)) || stepId === 'consent') return true;
  const path = parseUrl(url)?.pathname ?? '';
  return method === 'POST' && path.endsWith('/account-access-consents') && members.length > 0;
}
