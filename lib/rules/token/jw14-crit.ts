import { checkCrit } from '../../jwt/check-header.ts';
import { signaturesOf } from '../../jwt/signed-part.ts';
import { tokenRule } from '../token-rule.ts';

/** Nothing that a reader must understand is unknown. */
export const jw14 = tokenRule({
  id: 'JW14',
  severity: 'error',
  gate: 'base',
  source: 'RFC 7515 section 4.1.11',
  title: 'crit lists only extensions that readers of such tokens know.',
  evaluate({ decoded, title }) {
    return signaturesOf(decoded).flatMap((signature) => {
      const verdict = checkCrit(signature, []);
      if (!verdict) return [];
      return [
        {
          message: `${title}: ${verdict.reason}`,
          remedy:
            'Leave crit out unless the reader is known to handle the extension; a reader must refuse the token.',
        },
      ];
    });
  },
});
