import { secondsOf, spanOf } from '../instant.ts';
import type { Rule } from '../types.ts';

/** Seconds that a response token should be valid at most. */
const LONGEST = 600;

/** A response token is good for a short time only. */
export const cb17: Rule = {
  id: 'CB17',
  severity: 'warning',
  gate: 'base',
  source: 'JARM section 2.1',
  title: 'A response token (JARM) is valid for ten minutes at most.',
  check({ callback }) {
    const { exp, iat } = callback?.response.jarm?.payload ?? {};
    const end = secondsOf(exp);
    if (!callback || end === undefined) return [];
    const lifetime = end - (secondsOf(iat) ?? Math.floor(callback.at / 1_000));
    if (lifetime <= LONGEST) return [];
    return [
      {
        message: `The response token is valid for ${spanOf(lifetime)}; JARM recommends ${LONGEST / 60} min at most.`,
        remedy: 'Ask the provider to shorten it: a stolen response can be replayed until then.',
        at: { part: 'callback', parameter: 'response' },
      },
    ];
  },
};
