import { applicationError } from '../../flow/after-callback.ts';
import type { CookieWithholding } from '../../flow/cookies/cookie-types.ts';
import { isLoop } from '../../flow/login-loop.ts';
import type { Flow, Hop } from '../../flow/types.ts';
import { isOfSignIn, journeyOf } from '../cookie-journey-of.ts';
import { quoteValue } from '../define.ts';
import type { Found, Rule } from '../types.ts';

/** What SameSite does to a cookie, by the reason for which it was withheld. */
const RULES: Readonly<Partial<Record<CookieWithholding, string>>> = {
  strict: 'is SameSite=Strict',
  'lax-method': 'is SameSite=Lax',
  'lax-frame': 'is SameSite=Lax',
  'default-method': 'has no SameSite, which counts as Lax,',
  'default-frame': 'has no SameSite, which counts as Lax,',
};

/** Looked at where DevTools showed the headers of the callback. A cookie that is predicted to be withheld is not enough. */
export const ck01: Rule = {
  id: 'CK01',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 6265bis sections 5.2 and 5.8.3; OAuth 2.0 Form Post Response Mode section 2',
  title: 'The callback carries the cookies by which the application knows its sign-in.',
  check(flow) {
    const index = flow.hops.findLastIndex(({ role }) => role === 'callback');
    const hop = flow.hops[index];
    if (!hop) return [];
    return journeyOf(flow).flatMap((row): readonly Found[] => {
      const { sent, why, predicted } = row.cells[index] ?? {};
      const rule = why && RULES[why];
      if (sent !== false || predicted || rule === undefined || !isOfSignIn(row)) return [];
      const kind = hop.method === 'POST' ? 'cross-site POST' : 'cross-site request';
      return [
        {
          severity: isBroken(flow) ? 'error' : 'warning',
          message: `Cookie ${quoteValue(row.name)} ${rule} and was withheld from this ${flow.frameId > 0 ? `${kind} in a frame` : kind}.`,
          remedy: remedyFor(hop, flow.frameId > 0),
          at: { part: 'callback' },
        },
      ];
    });
  },
};

function remedyFor({ method }: Hop, framed: boolean): string {
  if (framed)
    return 'In a frame of another site only SameSite=None; Secure is sent, where the browser allows it at all.';
  return method === 'POST'
    ? 'With form_post the cookie needs SameSite=None; Secure; or ask for response_mode=query.'
    : 'Set the cookie with SameSite=Lax: it is sent when another site leads to the application by GET.';
}

/** True when the application did not get on after the callback. */
function isBroken(flow: Flow): boolean {
  const { status = 200 } = flow.callback ?? {};
  return (
    status >= 400 || applicationError(flow) !== undefined || flow.restartedAt !== undefined || isLoop(flow)
  );
}
