import type { Corpus } from '../support/corpus.ts';
import { answered, formFields, withCalls } from '../support/flows.ts';

const exchange = (more: object) =>
  withCalls(answered(), {
    fields: formFields({ grant_type: 'authorization_code' }),
    body: '{"access_token":"a","token_type":"Bearer"}',
    ...more,
  });

const invalid = (cacheControl: string) => ({
  name: `Cache-Control is “${cacheControl}”`,
  flow: exchange({ cacheControl }),
  findings: [
    {
      severity: 'warning' as const,
      message: 'The response of the call “Token” holds tokens and does not say Cache-Control: no-store.',
      at: { part: 'call' as const, parameter: 'Cache-Control' },
    },
  ],
});

export const corpus: Corpus = {
  rule: 'TK11',
  valid: [
    { name: 'it says no-store', flow: exchange({ cacheControl: 'private, No-Store' }) },
    { name: 'its headers were not seen', flow: exchange({}) },
    {
      name: 'it holds no token',
      flow: exchange({ cacheControl: '', status: 400, body: '{"error":"invalid_grant"}' }),
    },
  ],
  invalid: [invalid(''), invalid('max-age=60'), invalid('no-cache')],
};
