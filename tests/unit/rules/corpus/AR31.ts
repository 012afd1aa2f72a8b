import type { Corpus } from '../support/corpus.ts';
import { CLIENT, ISSUER, requested, tokenOf, urlOf } from '../support/flows.ts';
import { asked, askedRaw, CLAIMS } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR31',
  valid: [
    { name: 'everything is encoded', flow: asked() },
    { name: 'words are separated by a plus sign', flow: askedRaw('&acr_values=a+b') },
  ],
  invalid: [
    {
      name: 'a space follows the request object',
      flow: requested(
        `${urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request: tokenOf(CLAIMS) })}%20&x=1`,
      ),
      findings: [
        {
          severity: 'error',
          message: 'request has white space around its token, which breaks the token’s signature.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'a space stands as it is',
      flow: askedRaw('&ui_locales=de en'),
      findings: [
        {
          severity: 'error',
          message: 'ui_locales “de en” has a space that is not encoded.',
          at: { part: 'request', parameter: 'ui_locales' },
        },
      ],
    },
    {
      name: 'an escape is broken',
      flow: askedRaw('&login_hint=%zz'),
      findings: [
        {
          severity: 'error',
          message: 'login_hint “%zz”: A percent sign at byte 0 is not followed by two hexadecimal digits.',
          at: { part: 'request', parameter: 'login_hint' },
        },
      ],
    },
    {
      name: 'an address with a query is not encoded',
      flow: askedRaw(`&redirect_uri=${CLIENT}?a=1`, { redirect_uri: undefined }),
      findings: [
        {
          severity: 'error',
          message:
            'redirect_uri “https://app.example/cb?a=1” is a URL that is not percent-encoded: what follows its next & is read as another parameter.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
    {
      name: 'an address is not encoded',
      flow: askedRaw(`&redirect_uri=${CLIENT}`, { redirect_uri: undefined }),
      findings: [
        {
          severity: 'warning',
          message: 'redirect_uri “https://app.example/cb” is a URL that is not percent-encoded.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
    {
      name: 'base64 is not encoded',
      flow: askedRaw('&nonce=a+b'),
      findings: [
        {
          severity: 'warning',
          message: 'nonce “a b” was written with a plus sign, which means a space.',
          at: { part: 'request', parameter: 'nonce' },
        },
      ],
    },
  ],
};
