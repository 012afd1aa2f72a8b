import { cookieJourney, type JourneyRow } from '../flow/cookies/cookie-journey.ts';
import type { Flow } from '../flow/types.ts';

/** What became of each cookie at each hop; nothing where DevTools were not open. */
export function journeyOf(flow: Flow): readonly JourneyRow[] {
  return flow.cookies ? cookieJourney(flow, flow.cookies) : [];
}

const NAMES = /sess|sid$|^sid|auth|state|nonce|csrf|xsrf|correlation|pkce|oidc|oauth|login|user|token/i;

/** Whether an application may need a cookie to finish a sign-in: scripts cannot read it, or its name says so. */
export function isOfSignIn({ name, attributes }: JourneyRow): boolean {
  return attributes?.httpOnly === true || NAMES.test(name);
}
