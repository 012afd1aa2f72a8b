import type { Corpus } from '../support/corpus.ts';
import { withCalls } from '../support/flows.ts';
import { asked, finapiCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'FA03',
  valid: [
    {
      name: 'it is true',
      flow: withCalls(
        asked(),
        finapiCall({
          method: 'GET',
          encoding: 'none',
          url: 'https://di-processctl.example/api/v1/processes/8f92ec58-b9b9-11ec-8422-0242ac120002?invalidate=true',
        }),
      ),
    },
  ],
  invalid: [
    {
      name: 'it is missing',
      flow: withCalls(
        asked(),
        finapiCall({
          method: 'GET',
          encoding: 'none',
          url: 'https://di-processctl.example/api/v1/processes/8f92ec58-b9b9-11ec-8422-0242ac120002',
        }),
      ),
      findings: [
        {
          severity: 'warning',
          message: 'invalidate is missing: the process token can be exchanged again, up to ten times.',
          at: { part: 'call', parameter: 'invalidate' },
        },
      ],
    },
    {
      name: 'it is false',
      flow: withCalls(
        asked(),
        finapiCall({
          method: 'GET',
          encoding: 'none',
          url: 'https://di-processctl.example/api/v1/processes/8f92ec58-b9b9-11ec-8422-0242ac120002?invalidate=false',
        }),
      ),
      findings: [
        {
          severity: 'warning',
          message: 'invalidate is “false”: the process token can be exchanged again, up to ten times.',
          at: { part: 'call', parameter: 'invalidate' },
        },
      ],
    },
  ],
};
