import { claimFaults } from '../claim-faults.ts';
import { signatureFinding } from '../signature-finding.ts';
import type { Found, Rule } from '../types.ts';

/** A response token is from the issuer, for this client, still good, and correctly signed. */
export const cb16: Rule = {
  id: 'CB16',
  severity: 'error',
  gate: 'base',
  source: 'JARM sections 2.1 and 2.4',
  title: 'iss, aud, exp and the signature of the response token (JARM) hold.',
  check({ request, callback }, context) {
    const jarm = callback?.response.jarm;
    if (!callback || !jarm?.payload) return [];
    const at = { part: 'callback', parameter: 'response' } as const;
    const { payload } = jarm;
    const absent = ['iss', 'aud', 'exp'].filter((name) => payload[name] === undefined);
    const lacking: readonly Found[] =
      absent.length === 0
        ? []
        : [
            {
              message: `The response token has no ${absent.join(', ')}, which JARM requires.`,
              remedy: 'Refuse the response, and report it to the provider.',
              at,
            },
          ];
    const wrong = claimFaults({
      what: 'response token',
      claims: payload,
      receivedAt: callback.at,
      issuer: context.issuer,
      clientId: request?.values.client_id?.value,
      timeZone: context.timeZone,
    }).map((fault) => ({ ...fault, at }));
    return [...lacking, ...wrong, ...signatureFinding(jarm.token, 'response token', at, context)];
  },
};
