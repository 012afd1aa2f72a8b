import { encodeText } from '../../../../lib/jwt/base64url.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl } from '../support/flows.ts';
import { signed } from '../support/request-flows.ts';


export const corpus: Corpus = {
  rule: 'JW20',
  valid: [{ name: 'a stronger algorithm is used', flow: answered(authorizeUrl(), callbackUrl({ id_token: `${encodeText('{"alg":"RSA-OAEP-256","enc":"A256GCM"}')}.AAAA.AAAA.AAAA.AAAA` }, '#')), },
{ name: 'it is signed only', flow: signed(), }],
  invalid: [{ name: 'it uses RSA1_5', flow: answered(authorizeUrl(), callbackUrl({ id_token: `${encodeText('{"alg":"RSA1_5","enc":"A256GCM"}')}.AAAA.AAAA.AAAA.AAAA` }, '#')), findings: [] },
{ name: 'it uses RSA1_5 under FAPI', flow: answered(authorizeUrl(), callbackUrl({ id_token: `${encodeText('{"alg":"RSA1_5","enc":"A256GCM"}')}.AAAA.AAAA.AAAA.AAAA` }, '#')), gates: ['fapi1'], findings: [] }],
};
