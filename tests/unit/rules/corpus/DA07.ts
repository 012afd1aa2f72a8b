import type { Corpus } from '../support/corpus.ts';
import { withCalls } from '../support/flows.ts';
import { asked, dauthCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'DA07',
  valid: [
    {
      name: 'the body names the same',
      flow: withCalls(
        asked(),
        dauthCall(
          {},
          {},
          {
            body: {
              username: '0xe123425e7734ce288f8367e1bb143e90bb3f0512',
              provider: 'dauth.ETHEREUM',
              view_id: 'owner',
            },
          },
        ),
      ),
    },
    { name: 'there is no body', flow: withCalls(asked(), dauthCall()) },
  ],
  invalid: [
    {
      name: 'the body names another',
      flow: withCalls(
        asked(),
        dauthCall(
          {},
          {},
          {
            body: {
              username: '0xe123425e7734ce288f8367e1bb143e90bb3f0512',
              provider: 'dauth.POLYGON',
              view_id: 'owner',
            },
          },
        ),
      ),
      findings: [
        {
          severity: 'warning',
          message:
            'The body\'s provider is "dauth.POLYGON", the token\'s is dauth.ETHEREUM: access goes to another user.',
          at: { part: 'call', parameter: 'body.provider' },
        },
      ],
    },
  ],
};
