import type { Corpus } from '../support/corpus.ts';
import { withCalls } from '../support/flows.ts';
import { asked, dauthCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'DA07',
  valid: [
    {
      name: 'the body names another user',
      flow: withCalls(asked(), {
        ...dauthCall(
          {},
          {},
          {
            body: {
              username: '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed',
              provider: 'dauth.ETHEREUM',
              view_id: 'owner',
            },
          },
        ),
        method: 'POST',
        encoding: 'json',
        url: 'https://obp.example/obp/v5.1.0/banks/b/accounts/a/views/owner/user-account-access',
      }),
    },
    {
      name: 'the body names the same address of another network',
      flow: withCalls(asked(), {
        ...dauthCall(
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
        method: 'POST',
        encoding: 'json',
        url: 'https://obp.example/obp/v5.1.0/banks/b/accounts/a/views/owner/user-account-access',
      }),
    },
    { name: 'there is no body', flow: withCalls(asked(), dauthCall()) },
  ],
  invalid: [
    {
      name: 'the body names the user of the token',
      flow: withCalls(asked(), {
        ...dauthCall(
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
        method: 'POST',
        encoding: 'json',
        url: 'https://obp.example/obp/v5.1.0/banks/b/accounts/a/views/owner/user-account-access',
      }),
      findings: [
        {
          severity: 'warning',
          message:
            'The body names 0xe123425e7734ce288f8367e1bb143e90bb3f0512 of dauth.ETHEREUM, the user of the token itself: the account holder grants access to another user.',
          at: { part: 'call', parameter: 'body.username' },
        },
      ],
    },
  ],
};
