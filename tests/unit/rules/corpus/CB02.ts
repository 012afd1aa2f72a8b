import { Story } from '../../support/observations.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, CLIENT, callbackUrl, last } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'CB02',
  valid: [
    {
      name: 'a code comes back',
      flow: answered(),
    },
    {
      name: 'an error comes back',
      flow: answered(authorizeUrl(), callbackUrl({ code: undefined, error: 'access_denied' })),
    },
  ],
  invalid: [
    {
      name: 'code and error come back',
      flow: answered(authorizeUrl(), callbackUrl({ error: 'access_denied' })),
      findings: [
        {
          severity: 'error',
          message: 'Both code “code-1” and error “access_denied” came back; a response has one of them.',
          at: { part: 'callback', parameter: 'error' },
        },
      ],
    },
    {
      name: 'neither comes back',
      flow: answered(authorizeUrl(), callbackUrl({ code: undefined })),
      findings: [
        { severity: 'error', message: 'Neither code nor error came back.', at: { part: 'callback' } },
      ],
    },
    {
      name: 'the body could not be seen',
      flow: last(new Story().navigating(authorizeUrl()).committed(CLIENT)),
      findings: [
        {
          severity: 'info',
          message:
            'The callback arrived; its parameters are not visible here, as a posted body is not without access to its host.',
          at: { part: 'callback' },
        },
      ],
    },
  ],
};
