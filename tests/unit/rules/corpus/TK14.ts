import type { Corpus } from '../support/corpus.ts';
import { answered, formFields, urlOf, withCalls } from '../support/flows.ts';
import { connectpayUrl, STATE } from '../support/request-flows.ts';

const exchanged = (scope: string | undefined) =>
  withCalls(
    answered(
      connectpayUrl(),
      urlOf('https://app.example/cb', { code: 'c-1', state: STATE, flowid: 'GetPSD2AuthCode' }),
      302,
    ),
    {
      fields: formFields({ grant_type: 'authorization_code', code: 'c-1' }),
      body: JSON.stringify({ access_token: 'a', token_type: 'Bearer', expires_in: 3_600, scope }),
    },
  );

export const corpus: Corpus = {
  rule: 'TK14',
  valid: [
    { name: 'all was granted, in another order', flow: exchanged('psd2-pis psd2-ais') },
    { name: 'more was granted', flow: exchanged('psd2-ais psd2-pis psd2-piis') },
    { name: 'the answer does not say', flow: exchanged(undefined) },
    {
      name: 'scopes are answered by their addresses',
      flow: exchanged('https://as.example/psd2-ais x.psd2-pis'),
    },
  ],
  invalid: [
    {
      name: 'one was left out',
      flow: exchanged('psd2-ais'),
      findings: [
        {
          severity: 'info',
          message: 'The call “Token” was granted the scope “psd2-ais”; “psd2-pis” of the request is missing.',
          at: { part: 'call', parameter: 'scope' },
        },
      ],
    },
  ],
};
