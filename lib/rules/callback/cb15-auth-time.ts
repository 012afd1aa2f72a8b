import { quote } from '../define.ts';
import { idTokensOf } from '../id-tokens.ts';
import { askedOfIdToken, objectOf, sentValue } from '../sent-value.ts';
import type { Rule } from '../types.ts';

/** Seconds by which clocks may differ. */
const TOLERANCE = 60;

/** Who asks for a fresh login is told when it was. */
export const cb15: Rule = {
  id: 'CB15',
  severity: 'warning',
  gate: 'oidc',
  source: 'OpenID Connect Core 1.0 sections 2, 3.1.2.1 and 3.1.3.7',
  title: 'The id_token has auth_time when max_age was sent, and it is not older than that.',
  check(flow) {
    const maxAge = sentValue(flow, 'max_age');
    const asked = objectOf(askedOfIdToken(flow).auth_time).essential === true;
    if ((maxAge === undefined || maxAge === '') && !asked) return [];
    return idTokensOf(flow).flatMap(({ claims, at, receivedAt }) => {
      const { auth_time: time } = claims;
      const because =
        maxAge === undefined
          ? 'auth_time was asked for as essential'
          : `max_age ${quote(String(maxAge))} was sent`;
      if (typeof time !== 'number') {
        return [
          {
            message: `auth_time is missing in the id_token, although ${because}.`,
            remedy: 'Treat the login as too old, or ask the provider to honour max_age.',
            at,
          },
        ];
      }
      const age = Math.floor(receivedAt / 1_000 - time);
      if (maxAge === undefined || !(age > Number(maxAge) + TOLERANCE)) return [];
      return [
        {
          message: `auth_time in the id_token is ${age} s old, although ${because}.`,
          remedy: 'Send the person to log in again; the provider did not ask for a fresh login.',
          at,
        },
      ];
    });
  },
};
