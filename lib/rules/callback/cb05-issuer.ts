import { jsonWords } from '../../jwt/json-words.ts';
import { quote } from '../define.ts';
import { idTokensOf } from '../id-tokens.ts';
import type { Found, Rule } from '../types.ts';

const REMEDY =
  'Do not use the code: send it only to the token endpoint of the issuer that you asked. Compare the whole text, slash and case included.';

/** The response says who made it, and that is whom the request was sent to. */
export const cb05: Rule = {
  id: 'CB05',
  severity: 'error',
  gate: 'base',
  source: 'RFC 9207 sections 2.4, 3 and 4; RFC 9700 sections 2.1 and 4.4.2.1',
  title: 'iss of the response is the issuer that was asked, exactly, and is there when its metadata says so.',
  check(flow, { issuer, issInResponses }) {
    const { callback } = flow;
    if (!callback || callback.response.channel === 'none' || callback.response.jarm?.kind === 'jwe')
      return [];
    const { iss } = callback.response.values;
    const at = { part: 'callback', parameter: 'iss' } as const;
    if (!iss) {
      // An id_token or a signed response names the issuer as well (RFC 9207 section 4).
      if (!issInResponses || callback.response.jarm || callback.response.values.id_token) return [];
      return [
        {
          message: `iss is missing, although the metadata of ${quote(issuer ?? 'the issuer')} says that every response carries it.`,
          remedy: 'Refuse the response: without iss it may be that of another server (mix-up).',
          at,
        },
      ];
    }
    const others: readonly Found[] = idTokensOf(flow)
      .filter(({ front, claims }) => front && claims.iss !== undefined && claims.iss !== iss.value)
      .map(({ claims }) => ({
        message: `iss is ${quote(iss.value)}, but iss in the id_token is ${quote(jsonWords(claims.iss))}.`,
        remedy: REMEDY,
        at,
      }));
    if (issuer === undefined || iss.value === issuer) return others;
    return [
      {
        message: `iss is ${quote(iss.value)}; the request was sent to ${quote(issuer)}.`,
        remedy: REMEDY,
        at,
      },
      ...others,
    ];
  },
};
