import type { FlowCall } from '../flow/types.ts';
import { parseUrl } from '../oauth/url.ts';

/** True for the call that makes a consent (Open Banking Read/Write API, account-access-consents), with its body seen. */
export function isConsentCall({ method, url, stepId, fields }: FlowCall): boolean {
  if (stepId === 'consent') return true;
  const path = parseUrl(url)?.pathname ?? '';
  return (
    method === 'POST' &&
    path.endsWith('/account-access-consents') &&
    fields.some((field) => field.in === 'json')
  );
}
