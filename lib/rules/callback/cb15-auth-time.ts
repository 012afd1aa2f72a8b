import { idTokensOf } from '../id-tokens.ts';
import { clockOfClaim, spanOf } from '../instant.ts';
import { askedOfIdToken, objectOf, sentValue } from '../sent-value.ts';
import type { Found, Rule } from '../types.ts';

/** Seconds by which clocks may differ. */
const TOLERANCE = 60;

/** Who asks for a fresh login is told when it was. */
export const cb15: Rule = {
  id: 'CB15',
  severity: 'error',
  gate: 'oidc',
  source: 'OpenID Connect Core 1.0 sections 2, 3.1.2.1 and 3.1.3.7',
  title: 'The id_token has auth_time when max_age was sent, and it is not older than that.',
  check(flow, context) {
    const { timeZone } = context;
    const sent = sentValue(flow, 'max_age');
    // What is no number has a rule of its own.
    const maxAge =
      typeof sent === 'number' || (typeof sent === 'string' && /^\d+$/.test(sent)) ? Number(sent) : undefined;
    const limited = maxAge !== undefined;
    const asked = objectOf(askedOfIdToken(flow).auth_time).essential === true;
    if (!limited && !asked) return [];
    const because = limited ? `the request sent max_age=${maxAge}` : 'the request asked for it as essential';
    return idTokensOf(flow, context).flatMap(({ claims, at, receivedAt, refreshed }): readonly Found[] => {
      const { auth_time: time } = claims;
      if (refreshed) return [];
      if (typeof time !== 'number') {
        const message = `auth_time is missing in the id_token, although ${because}.`;
        const remedy =
          'Treat the login as too old, and report it to the provider: OpenID requires auth_time here.';
        // An essential claim that is missing is no protocol fault (section 5.5.1).
        return [{ ...(limited ? {} : { severity: 'warning' as const }), message, remedy, at }];
      }
      const age = receivedAt / 1_000 - time;
      if (maxAge === undefined || !(age > maxAge + TOLERANCE)) return [];
      const message = `The login was ${spanOf(age)} before the id_token came (auth_time ${clockOfClaim(time, receivedAt, timeZone)}), although ${because}.`;
      return [
        {
          message,
          remedy: 'Send the person to log in again; the provider did not ask for a fresh login.',
          at,
        },
      ];
    });
  },
};
