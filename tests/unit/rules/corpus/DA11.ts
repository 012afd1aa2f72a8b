import type { Corpus } from '../support/corpus.ts';
import { withCalls } from '../support/flows.ts';
import { asked, dauthCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'DA11',
  valid: [
    {
      name: 'it is that of version 5.1.0',
      flow: withCalls(asked(), {
        ...dauthCall({}, {}, { body: { username: 'u', provider: 'dauth.ETHEREUM', view_id: 'owner' } }),
        method: 'POST',
        encoding: 'json',
        url: 'https://obp.example/obp/v5.1.0/banks/b/accounts/a/views/owner/user-account-access',
      }),
    },
    {
      name: 'is_system stands beside view_id',
      flow: withCalls(asked(), {
        ...dauthCall(
          {},
          {},
          { body: { username: 'u', provider: 'dauth.ETHEREUM', view_id: 'owner', is_system: 'true' } },
        ),
        method: 'POST',
        encoding: 'json',
        url: 'https://obp.example/obp/v5.1.0/banks/b/accounts/a/views/owner/user-account-access',
      }),
    },
    {
      name: 'it is that of version 4.0.0',
      flow: withCalls(asked(), {
        ...dauthCall({}, {}, { body: { username: 'u', provider: 'dauth.ETHEREUM', views: '[]' } }),
        method: 'POST',
        encoding: 'json',
        url: 'https://obp.example/obp/v4.0.0/banks/b/accounts/a/user-account-access',
      }),
    },
    {
      name: 'Grant is that of version 5.1.0',
      flow: withCalls(asked(), {
        ...dauthCall({}, {}, { body: { user_id: 'u', view_id: 'owner' } }),
        method: 'POST',
        encoding: 'json',
        url: 'https://obp.example/obp/v5.1.0/banks/b/accounts/a/views/owner/account-access/grant',
      }),
    },
    {
      name: 'Grant is that of version 4.0.0',
      flow: withCalls(asked(), {
        ...dauthCall({}, {}, { body: { user_id: 'u', 'view.view_id': 'owner' } }),
        method: 'POST',
        encoding: 'json',
        url: 'https://obp.example/obp/v4.0.0/banks/b/accounts/a/account-access/grant',
      }),
    },
  ],
  invalid: [
    {
      name: 'it has views',
      flow: withCalls(asked(), {
        ...dauthCall({}, {}, { body: { username: 'u', provider: 'dauth.ETHEREUM', views: '[]' } }),
        method: 'POST',
        encoding: 'json',
        url: 'https://obp.example/obp/v5.1.0/banks/b/accounts/a/views/owner/user-account-access',
      }),
      findings: [
        {
          severity: 'error',
          message: 'The body has views, which belongs to version 4.0.0; version 5.1.0 answers OBP-10001.',
          at: { part: 'call', parameter: 'body.views' },
        },
      ],
    },
    {
      name: 'Grant has view',
      flow: withCalls(asked(), {
        ...dauthCall({}, {}, { body: { user_id: 'u', 'view.view_id': 'owner' } }),
        method: 'POST',
        encoding: 'json',
        url: 'https://obp.example/obp/v5.1.0/banks/b/accounts/a/views/owner/account-access/grant',
      }),
      findings: [
        {
          severity: 'error',
          message: 'The body has view, which belongs to version 4.0.0; version 5.1.0 answers OBP-10001.',
          at: { part: 'call', parameter: 'body.view' },
        },
      ],
    },
    {
      name: 'view_id is missing',
      flow: withCalls(asked(), {
        ...dauthCall({}, {}, { body: { username: 'u', provider: 'dauth.ETHEREUM' } }),
        method: 'POST',
        encoding: 'json',
        url: 'https://obp.example/obp/v5.1.0/banks/b/accounts/a/views/owner/user-account-access',
      }),
      findings: [
        {
          severity: 'error',
          message: 'The body has no view_id; version 5.1.0 answers OBP-10001.',
          at: { part: 'call', parameter: 'body.view_id' },
        },
      ],
    },
    {
      name: 'view_id is sent in version 4.0.0',
      flow: withCalls(asked(), {
        ...dauthCall({}, {}, { body: { username: 'u', provider: 'dauth.ETHEREUM', view_id: 'owner' } }),
        method: 'POST',
        encoding: 'json',
        url: 'https://obp.example/obp/v4.0.0/banks/b/accounts/a/user-account-access',
      }),
      findings: [
        {
          severity: 'error',
          message:
            'The body has view_id, which does not belong to this call; version 4.0.0 answers OBP-10001.',
          at: { part: 'call', parameter: 'body.view_id' },
        },
      ],
    },
    {
      name: 'a name has capital letters',
      flow: withCalls(asked(), {
        ...dauthCall({}, {}, { body: { username: 'u', provider: 'dauth.ETHEREUM', viewId: 'owner' } }),
        method: 'POST',
        encoding: 'json',
        url: 'https://obp.example/obp/v5.1.0/banks/b/accounts/a/views/owner/user-account-access',
      }),
      findings: [
        {
          severity: 'error',
          message:
            'The body has viewId, which is not written as the server reads it; version 5.1.0 answers OBP-10001.',
          at: { part: 'call', parameter: 'body.viewId' },
        },
      ],
    },
    {
      name: 'Grant names a username',
      flow: withCalls(asked(), {
        ...dauthCall({}, {}, { body: { username: 'u', view_id: 'owner' } }),
        method: 'POST',
        encoding: 'json',
        url: 'https://obp.example/obp/v5.1.0/banks/b/accounts/a/views/owner/account-access/grant',
      }),
      findings: [
        {
          severity: 'error',
          message:
            'The body has username, which does not belong to this call; version 5.1.0 answers OBP-10001.',
          at: { part: 'call', parameter: 'body.username' },
        },
      ],
    },
  ],
};
