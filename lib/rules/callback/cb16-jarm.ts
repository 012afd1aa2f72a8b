import { checkClaims } from '../../jwt/check-claims.ts';
import { checkableClaims } from '../checkable-claims.ts';
import { signatureFinding } from '../signature-finding.ts';
import type { Found, Rule } from '../types.ts';

/** Seconds by which clocks may differ. */
const TOLERANCE = 60;

/** A response token is from the issuer, for this client, still good, and rightly signed. */
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
              message: `The response token has no ${absent.join(', ')}.`,
              remedy: 'Refuse it: nothing says from whom, for whom or until when it is.',
              at,
            },
          ];
    const clientId = request?.values.client_id?.value;
    const wrong = checkClaims(checkableClaims(payload), {
      now: callback.at,
      clockTolerance: TOLERANCE,
      ...(context.issuer === undefined || payload.iss === undefined ? {} : { issuer: context.issuer }),
      ...(clientId === undefined || payload.aud === undefined ? {} : { audience: clientId }),
    })
      .filter(({ ok }) => !ok)
      .map(({ message }) => ({
        message: `The response token: ${message}`,
        remedy: 'Refuse the response before its code is used.',
        at,
      }));
    return [...lacking, ...wrong, ...signatureFinding(jarm.token, 'response token', at, context)];
  },
};
