import type { Corpus } from '../support/corpus.ts';
import { asked, CHALLENGE, VERIFIER } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR21',
  valid: [
    { name: 'it has 43 characters', flow: asked() },
    { name: 'it is plain', flow: asked({ code_challenge: VERIFIER, code_challenge_method: 'plain' }) },
  ],
  invalid: [
    {
      name: 'it has padding',
      flow: asked({ code_challenge: `${CHALLENGE}=` }),
      findings: [
        {
          severity: 'error',
          message:
            'code_challenge “E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=” ends with padding; the hash of a verifier is 43 base64url characters.',
          at: { part: 'request', parameter: 'code_challenge' },
        },
      ],
    },
    {
      name: 'it is cut',
      flow: asked({ code_challenge: CHALLENGE.slice(0, 40) }),
      findings: [
        {
          severity: 'error',
          message:
            'code_challenge “E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw” has 40 characters; the hash of a verifier is 43 base64url characters.',
          at: { part: 'request', parameter: 'code_challenge' },
        },
      ],
    },
    {
      name: 'it is hexadecimal',
      flow: asked({ code_challenge: '13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3' }),
      findings: [
        {
          severity: 'error',
          message:
            'code_challenge “13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3” is hexadecimal; the hash of a verifier is 43 base64url characters.',
          at: { part: 'request', parameter: 'code_challenge' },
        },
      ],
    },
    {
      name: 'it is base64',
      flow: asked({ code_challenge: CHALLENGE.replace('-', '+') }),
      findings: [
        {
          severity: 'error',
          message:
            'code_challenge “E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM” is base64, not base64url; the hash of a verifier is 43 base64url characters.',
          at: { part: 'request', parameter: 'code_challenge' },
        },
      ],
    },
  ],
};
