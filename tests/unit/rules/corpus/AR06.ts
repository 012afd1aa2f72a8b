import type { Corpus } from '../support/corpus.ts';
import { CLIENT } from '../support/flows.ts';
import { asked } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR06',
  valid: [
    { name: 'redirect_uri is absolute', flow: asked() },
    { name: 'it has a scheme of its own', flow: asked({ redirect_uri: 'com.example.app:/cb' }) },
    { name: 'an OAuth request has none', flow: asked({ redirect_uri: undefined }) },
  ],
  invalid: [
    {
      name: 'it is relative',
      flow: asked({ redirect_uri: '/cb' }),
      findings: [
        {
          severity: 'error',
          message: 'redirect_uri “/cb” is not an absolute URI.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
    {
      name: 'it is empty',
      flow: asked({ redirect_uri: '' }),
      findings: [
        {
          severity: 'error',
          message: 'redirect_uri is empty.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
    {
      name: 'it has a fragment',
      flow: asked({ redirect_uri: `${CLIENT}#done` }),
      findings: [
        {
          severity: 'error',
          message: 'redirect_uri “https://app.example/cb#done” has a fragment.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
    {
      name: 'an OpenID request has none',
      flow: asked({ redirect_uri: undefined, scope: 'openid' }),
      findings: [
        {
          severity: 'error',
          message: 'redirect_uri is missing; an OpenID request needs it.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
  ],
};
