import type { Corpus } from '../support/corpus.ts';
import { asked, INTENT, intent, NONCE, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR15',
  valid: [
    { name: 'state is random', flow: asked() },
    { name: 'state is a UUID', flow: asked({ state: NONCE }) },
    {
      name: 'state carries data',
      flow: asked({ state: 'eyJyZXR1cm4iOiIvaG9tZSIsIm4iOiJaazN2UTF4OFQweVdtIn0' }),
    },
  ],
  invalid: [
    {
      name: 'it is short',
      flow: asked({ state: 'w8Kx2Q' }),
      findings: [
        {
          severity: 'warning',
          message: 'state “w8Kx2Q” carries 36 bits at most, fewer than 128.',
          at: { part: 'request', parameter: 'state' },
        },
      ],
    },
    {
      name: 'it is a sample',
      flow: asked({ state: 'af0ifjsldkj' }),
      findings: [
        {
          severity: 'warning',
          message: 'state “af0ifjsldkj” is a sample value of documentation.',
          at: { part: 'request', parameter: 'state' },
        },
      ],
    },
    {
      name: 'it is a time',
      flow: asked({ state: '1700000000000' }),
      findings: [
        {
          severity: 'warning',
          message: 'state “1700000000000” is a time, which can be guessed.',
          at: { part: 'request', parameter: 'state' },
        },
      ],
    },
    {
      name: 'it is the id of the consent',
      flow: signed({ ...intent(), state: INTENT }),
      findings: [
        {
          severity: 'warning',
          message:
            'state “59189091-545b-40de-93a3-4166c9ae2d90” is the id of the consent, which others know.',
          at: { part: 'request', parameter: 'state' },
        },
      ],
    },
    {
      name: 'it repeats a few characters',
      flow: asked({ state: 'abababababababababababababab' }),
      findings: [
        {
          severity: 'warning',
          message: 'state “abababababababababababababab” repeats a few characters.',
          at: { part: 'request', parameter: 'state' },
        },
      ],
    },
  ],
};
