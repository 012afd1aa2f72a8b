import { connectpay } from '../../../../lib/providers/connectpay.ts';
import type { Corpus } from '../support/corpus.ts';
import { requested } from '../support/flows.ts';
import { connectpayUrl } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'CP06',
  valid: [
    {
      name: 'the host is that of the environment',
      flow: {
        ...requested(connectpayUrl({ redirect_url: 'http://127.0.0.1:5000/other' })),
        environmentId: 'sandbox',
      },
    },
    { name: 'no host is known', flow: requested(connectpayUrl()) },
    {
      name: 'the host is listed',
      flow: {
        ...requested(connectpayUrl({ redirect_url: 'https://app.example/cb' })),
        environmentId: 'sandbox',
      },
      context: {
        profile: {
          ...connectpay,
          environments: [{ ...connectpay.environments[0], registeredHosts: ['app.example', 'localhost'] }],
        },
      },
    },
    {
      name: 'the sandbox takes this machine by any name',
      flow: {
        ...requested(connectpayUrl({ redirect_url: 'http://localhost:5000/cb' })),
        environmentId: 'sandbox',
      },
    },
  ],
  invalid: [
    {
      name: 'the host is another than the environment’s',
      flow: {
        ...requested(connectpayUrl({ redirect_url: 'https://app.example/cb' })),
        environmentId: 'sandbox',
      },
      findings: [
        {
          severity: 'warning',
          message:
            'The host “app.example” of redirect_url is not in the callback list of this environment (127.0.0.1).',
          at: { part: 'request', parameter: 'redirect_url' },
        },
      ],
    },
    {
      name: 'the host is not listed',
      flow: {
        ...requested(connectpayUrl({ redirect_url: 'https://other.example/cb' })),
        environmentId: 'sandbox',
      },
      context: {
        profile: {
          ...connectpay,
          environments: [{ ...connectpay.environments[0], registeredHosts: ['app.example', 'localhost'] }],
        },
      },
      findings: [
        {
          severity: 'error',
          message:
            'The host “other.example” of redirect_url is not in the callback list of this environment (app.example, localhost).',
          at: { part: 'request', parameter: 'redirect_url' },
        },
      ],
    },
  ],
};
