import type { Corpus } from '../support/corpus.ts';
import { asked } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR08',
  valid: [
    {
      name: 'it is the registered one',
      flow: {
        ...asked({ redirect_uri: 'http://127.0.0.1:4610/callback' }),
        profileId: 'openid',
        environmentId: 'sandbox',
      },
    },
    {
      name: 'only the port of a loopback address differs',
      flow: {
        ...asked({ redirect_uri: 'http://127.0.0.1:51004/callback' }),
        profileId: 'openid',
        environmentId: 'sandbox',
      },
    },
    {
      name: 'it is another address, which may be registered too',
      flow: {
        ...asked({ redirect_uri: 'https://app.example/cb' }),
        profileId: 'openid',
        environmentId: 'sandbox',
      },
    },
    { name: 'no registered one is known', flow: asked() },
  ],
  invalid: [
    {
      name: 'a slash is added',
      flow: {
        ...asked({ redirect_uri: 'http://127.0.0.1:4610/callback/' }),
        profileId: 'openid',
        environmentId: 'sandbox',
      },
      findings: [
        {
          severity: 'error',
          message:
            'redirect_uri “http://127.0.0.1:4610/callback/” differs from the registered “http://127.0.0.1:4610/callback” in a slash at its end.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
    {
      name: 'letter case differs',
      flow: {
        ...asked({ redirect_uri: 'http://127.0.0.1:4610/Callback' }),
        profileId: 'openid',
        environmentId: 'sandbox',
      },
      findings: [
        {
          severity: 'error',
          message:
            'redirect_uri “http://127.0.0.1:4610/Callback” differs from the registered “http://127.0.0.1:4610/callback” in letter case.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
    {
      name: 'a query is added',
      flow: {
        ...asked({ redirect_uri: 'http://127.0.0.1:4610/callback?a=1' }),
        profileId: 'openid',
        environmentId: 'sandbox',
      },
      findings: [
        {
          severity: 'error',
          message:
            'redirect_uri “http://127.0.0.1:4610/callback?a=1” differs from the registered “http://127.0.0.1:4610/callback” in its query.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
  ],
};
