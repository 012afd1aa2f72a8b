import { jsonWords } from '../../jwt/json-words.ts';
import { quoteValue } from '../define.ts';
import { idTokensOf } from '../id-tokens.ts';
import { opened } from '../request-facts.ts';
import { isIssuer } from '../same-issuer.ts';
import type { Found, Rule } from '../types.ts';

const REMEDY =
  'Do not use the code: send it only to the token endpoint of the issuer that you asked. Compare the whole text, slash and letter case included.';

/** The response says who made it, and that is whom the request was sent to. */
export const cb05: Rule = {
  id: 'CB05',
  severity: 'error',
  gate: 'base',
  source:
    'RFC 9207 sections 2.4, 3 and 4; RFC 9700 sections 2.1 and 4.4.2.1; FAPI 2.0 Security Profile section 5.3.2.2-7',
  title:
    'iss of the response is the issuer that was asked, exactly, and is there when its metadata says so or FAPI 2.0 applies.',
  check(flow, context) {
    const { issuer, issInResponses } = context;
    const { callback } = flow;
    if (!callback || callback.response.channel === 'none' || callback.response.jarm?.kind === 'jwe')
      return [];
    const { iss } = callback.response.values;
    const at = { part: 'callback', parameter: 'iss' } as const;
    if (!iss) {
      const fapi2 = opened(context, 'fapi2');
      // An id_token or a signed response names the issuer as well (RFC 9207 section 4).
      if (!(issInResponses || fapi2) || callback.response.jarm || callback.response.values.id_token)
        return [];
      const because = issInResponses
        ? `the metadata of ${quoteValue(issuer ?? 'the issuer')} says that every response has it`
        : 'FAPI 2.0 requires it in every response';
      return [
        {
          message: `iss is missing, although ${because}.`,
          remedy: 'Refuse the response: without iss it may come from another server (mix-up attack).',
          at,
        },
      ];
    }
    const others: readonly Found[] = idTokensOf(flow, context)
      .filter(({ front, claims }) => front && claims.iss !== undefined && !isIssuer(claims.iss, iss.value))
      .map(({ claims }) => ({
        message: `iss is ${quoteValue(iss.value)}, but iss in the id_token is ${quoteValue(jsonWords(claims.iss))}.`,
        remedy: REMEDY,
        at,
      }));
    if (issuer === undefined || isIssuer(iss.value, issuer)) return others;
    return [
      {
        message: `iss is ${quoteValue(iss.value)}; the request was sent to ${quoteValue(issuer)}.`,
        remedy: REMEDY,
        at,
      },
      ...others,
    ];
  },
};
