import { oauth } from '../../../../lib/providers/oauth.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'CB04',
  valid: [
    {
      name: 'the error is registered',
      flow: answered(
        authorizeUrl(),
        callbackUrl({ code: undefined, error: 'access_denied', error_description: 'No' }),
      ),
    },
    {
      name: 'the code is one of the provider’s own',
      flow: answered(authorizeUrl(), callbackUrl({ code: undefined, error: 'own_error' })),
      context: {
        profile: {
          ...oauth,
          errors: { own_error: { meaning: 'It failed.', remedy: 'Wait.', source: 'Its documents' } },
        },
      },
    },
  ],
  invalid: [
    {
      name: 'nobody defines the error',
      flow: answered(authorizeUrl(), callbackUrl({ code: undefined, error: 'oops' })),
      findings: [
        {
          severity: 'warning',
          message: 'error “oops” is not defined by a specification.',
          at: { part: 'callback', parameter: 'error' },
        },
      ],
    },
    {
      name: 'the description has a quotation mark',
      flow: answered(
        authorizeUrl(),
        callbackUrl({ code: undefined, error: 'access_denied', error_description: '"quoted"' }),
      ),
      findings: [
        {
          severity: 'warning',
          message:
            'error_description “"quoted"” has characters that are not allowed (printable ASCII without " and \\).',
          at: { part: 'callback', parameter: 'error_description' },
        },
      ],
    },
  ],
};
