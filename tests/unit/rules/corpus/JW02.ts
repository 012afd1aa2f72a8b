import { encodeText } from '../../../../lib/jwt/base64url.ts';
import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, ISSUER, requested, tokenOf } from '../support/flows.ts';

const claims = { iss: 'c1', aud: ISSUER, client_id: 'c1', response_type: 'code' };

export const corpus: Corpus = {
  rule: 'JW02',
  valid: [
    {
      name: 'header and claims are JSON objects',
      flow: requested(authorizeUrl({ request: tokenOf(claims) })),
    },
  ],
  invalid: [
    {
      name: 'the payload is no JSON',
      flow: requested(
        authorizeUrl({ request: `${encodeText('{"alg":"PS256"}')}.${encodeText('hello')}.AAAA` }),
      ),
      findings: [
        {
          severity: 'error',
          message:
            'The request object: The payload is not JSON: at line 1, column 1 a value is expected, but “h” stands there.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'a name stands twice in the header',
      flow: requested(
        authorizeUrl({ request: `${encodeText('{"alg":"PS256","alg":"none"}')}.${encodeText('{}')}.AAAA` }),
      ),
      findings: [
        {
          severity: 'error',
          message:
            'The request object: The header has the name “alg” more than once, for "PS256" and for "none"; readers disagree on which one counts.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
