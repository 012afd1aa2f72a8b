import type { Corpus } from '../support/corpus.ts';
import { asked } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR44',
  valid: [
    { name: 'prompt is a list of known values', flow: asked({ scope: 'openid', prompt: 'login consent' }) },
    { name: 'prompt asks for a registration', flow: asked({ scope: 'openid', prompt: 'create' }) },
  ],
  invalid: [
    {
      name: 'a comma separates its values',
      flow: asked({ scope: 'openid', prompt: 'login,consent' }),
      findings: [
        {
          severity: 'warning',
          message: 'prompt has “login,consent”, which OpenID does not define.',
          at: { part: 'request', parameter: 'prompt' },
        },
      ],
    },
    {
      name: 'it is written in camel case',
      flow: asked({ scope: 'openid', prompt: 'selectAccount' }),
      findings: [
        {
          severity: 'warning',
          message: 'prompt has “selectAccount”, which OpenID does not define.',
          at: { part: 'request', parameter: 'prompt' },
        },
      ],
    },
    {
      name: 'it is a provider’s own value',
      flow: asked({ scope: 'openid', prompt: 'enroll' }),
      findings: [
        {
          severity: 'info',
          message: 'prompt has “enroll”, which OpenID does not define.',
          at: { part: 'request', parameter: 'prompt' },
        },
      ],
    },
  ],
};
