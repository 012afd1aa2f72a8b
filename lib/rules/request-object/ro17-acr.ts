import { jsonWords } from '../../jwt/json-words.ts';
import { quoteValue } from '../define.ts';
import { nestedIntent } from '../intent-id.ts';
import { claimsOf, dig, inRequest, isObject, own } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

const CLASSES = ['urn:openbanking:psd2:sca', 'urn:openbanking:psd2:ca'];

/** The strength of the sign-in is insisted on. */
export const ro17: Rule = {
  id: 'RO17',
  severity: 'warning',
  gate: 'obuk',
  source:
    'Open Banking Security Profile, Implementer’s Draft 1.1.2, section 3.4; OpenID Connect Core 1.0 section 5.5.1.1',
  title: 'claims.id_token.acr is essential and names urn:openbanking:psd2:sca or urn:openbanking:psd2:ca.',
  check(flow) {
    if (nestedIntent(flow) === undefined) return [];
    const acr = dig(claimsOf(flow), 'claims', 'id_token', 'acr');
    const found = (message: string): readonly Found[] => [
      {
        message,
        remedy: `Ask for {"essential":true,"values":${JSON.stringify(CLASSES)}}.`,
        at: inRequest('claims'),
      },
    ];
    if (!isObject(acr))
      return found('claims.id_token.acr is missing, so any strength of sign-in is accepted.');
    if (own(acr, 'essential') !== true)
      return found('claims.id_token.acr is not essential, so the provider may ignore it.');
    const values = own(acr, 'values');
    const asked = Array.isArray(values) ? values : [own(acr, 'value')];
    const other = asked.find((value) => typeof value !== 'string' || !CLASSES.includes(value));
    if (other === undefined && asked[0] !== undefined) return [];
    return found(
      `claims.id_token.acr asks for ${other === undefined ? 'nothing' : quoteValue(jsonWords(other))}.`,
    );
  },
};
