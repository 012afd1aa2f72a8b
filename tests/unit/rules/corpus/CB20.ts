import type { Corpus } from '../support/corpus.ts';
import { answered, formFields, NOW, withCalls } from '../support/flows.ts';

const exchange = formFields({ grant_type: 'authorization_code', code: 'code-1' });

export const corpus: Corpus = {
  rule: 'CB20',
  valid: [
    {
      name: 'the code is new',
      flow: answered(),
      context: { others: [{ id: 'f0', startedAt: NOW - 60_000, code: 'code-0' }] },
    },
    {
      name: 'the first exchange failed',
      flow: withCalls(answered(), { status: 500, fields: exchange }, { fields: exchange }),
    },
  ],
  invalid: [
    {
      name: 'an earlier flow had the same code',
      flow: answered(),
      context: { others: [{ id: 'f0', startedAt: NOW - 60_000, code: 'code-1' }] },
      findings: [
        {
          severity: 'error',
          message: 'code “code-1” already came 1 min earlier, in the flow of 22:12:20.',
          at: { part: 'callback', parameter: 'code' },
        },
      ],
    },
    {
      name: 'the code is exchanged again after it worked',
      flow: withCalls(answered(), { fields: exchange }, { status: 400, fields: exchange }),
      findings: [
        {
          severity: 'error',
          message: 'code was exchanged 2 times, although exchange 1 had succeeded.',
          at: { part: 'callback', parameter: 'code' },
        },
      ],
    },
  ],
};
