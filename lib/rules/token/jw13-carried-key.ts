import { headerWarnings } from '../../jwt/check-header.ts';
import { quoteValue } from '../define.ts';
import { isObject } from '../request-facts.ts';
import { tokenRule } from '../token-rule.ts';

const NAMES: Readonly<Record<string, string>> = {
  jku: 'jku',
  x5u: 'x5u',
  x5c: 'x5c',
  'embedded-jwk': 'jwk',
};

/** A token does not say with which key it is to be trusted. */
export const jw13 = tokenRule({
  id: 'JW13',
  severity: 'warning',
  gate: 'base',
  source:
    'OpenID Connect Core 1.0 section 2; RFC 8725 section 3.10; FAPI 1.0 Advanced section 8.9; RFC 9449 section 4.2',
  title:
    'The header carries no key and no address of one (jwk, x5c, jku, x5u); a DPoP proof carries its jwk.',
  evaluate({ decoded, title }) {
    const header = decoded.header ?? {};
    if (isDpop(header.typ)) {
      if (isObject(header.jwk)) return [];
      return [
        {
          severity: 'error',
          message: `${title} is a DPoP proof without jwk in its header.`,
          remedy: 'Put the public key that signs the proof into the header as jwk.',
        },
      ];
    }
    return headerWarnings(header, [])
      .filter(({ code }) => Object.hasOwn(NAMES, code))
      .map(({ code, message, remedy }) => {
        const value = header[NAMES[code] ?? ''];
        const shown = typeof value === 'string' ? ` ${quoteValue(value)}` : '';
        return { message: `${title}: ${message.replace(/\.$/, '')}${shown}.`, remedy };
      });
  },
});

/** RFC 9449 section 4.2. */
function isDpop(typ: unknown): boolean {
  return typeof typ === 'string' && /^(?:application\/)?dpop\+jwt$/i.test(typ);
}
