import { headerWarnings } from '../../jwt/check-header.ts';
import { quote } from '../define.ts';
import { tokenRule } from '../token-rule.ts';

const NAMES: Readonly<Record<string, string>> = { jku: 'jku', x5u: 'x5u', 'embedded-jwk': 'jwk' };

/** A token does not say with which key it is to be trusted. */
export const jw13 = tokenRule({
  id: 'JW13',
  severity: 'warning',
  gate: 'base',
  source: 'OpenID Connect Core 1.0 section 2; RFC 8725 section 3.10; FAPI 1.0 Advanced section 8.9',
  title: 'The header brings no key along and no address of one (jwk, jku, x5u).',
  judge({ decoded, title }) {
    const header = decoded.header ?? {};
    return headerWarnings(header, [])
      .filter(({ code }) => Object.hasOwn(NAMES, code))
      .map(({ code, message, remedy }) => {
        const value = header[NAMES[code] ?? ''];
        const shown = typeof value === 'string' ? ` ${quote(value)}` : '';
        return { message: `${title}: ${message.replace(/\.$/, '')}${shown}.`, remedy };
      });
  },
});
