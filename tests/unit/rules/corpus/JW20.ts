import { encodeText } from '../../../../lib/jwt/base64url.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl } from '../support/flows.ts';
import { signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'JW20',
  valid: [
    {
      name: 'a stronger algorithm is used',
      flow: answered(
        authorizeUrl(),
        callbackUrl(
          { id_token: `${encodeText('{"alg":"RSA-OAEP-256","enc":"A256GCM"}')}.AAAA.AAAA.AAAA.AAAA` },
          '#',
        ),
      ),
    },
    { name: 'it is signed only', flow: signed() },
  ],
  invalid: [
    {
      name: 'it uses RSA1_5',
      flow: answered(
        authorizeUrl(),
        callbackUrl(
          { id_token: `${encodeText('{"alg":"RSA1_5","enc":"A256GCM"}')}.AAAA.AAAA.AAAA.AAAA` },
          '#',
        ),
      ),
      findings: [
        {
          severity: 'warning',
          message: 'The id_token is encrypted with alg “RSA1_5”, which padding oracle attacks break.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'it uses RSA1_5 under FAPI',
      flow: answered(
        authorizeUrl(),
        callbackUrl(
          { id_token: `${encodeText('{"alg":"RSA1_5","enc":"A256GCM"}')}.AAAA.AAAA.AAAA.AAAA` },
          '#',
        ),
      ),
      gates: ['fapi1'],
      findings: [
        {
          severity: 'error',
          message: 'The id_token is encrypted with alg “RSA1_5”, which padding oracle attacks break.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
  ],
};
