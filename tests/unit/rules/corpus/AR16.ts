import type { Corpus } from '../support/corpus.ts';
import { NOW } from '../support/flows.ts';
import { asked, CHALLENGE, NONCE, STATE } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR16',
  valid: [
    { name: 'no other flow is known', flow: asked() },
    {
      name: 'another flow has other values',
      flow: asked({ nonce: NONCE }),
      context: { others: [{ id: 'other', startedAt: NOW - 60_000, state: 'another' }] },
    },
    {
      name: 'a later flow repeats its values',
      flow: asked(),
      context: { others: [{ id: 'other', startedAt: NOW + 60_000, state: STATE }] },
    },
  ],
  invalid: [
    {
      name: 'an earlier flow had the same',
      flow: asked({ nonce: NONCE }),
      context: {
        others: [
          { id: 'other', startedAt: NOW - 60_000, state: STATE, codeChallenge: CHALLENGE, nonce: 'another' },
        ],
      },
      findings: [
        {
          severity: 'error',
          message: 'state “Zk3vQ1x8T0yWm5bR7cN2dL” was already used by an earlier request.',
          at: { part: 'request', parameter: 'state' },
        },
        {
          severity: 'error',
          message:
            'code_challenge “E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM” was already used by an earlier request.',
          at: { part: 'request', parameter: 'code_challenge' },
        },
      ],
    },
  ],
};
