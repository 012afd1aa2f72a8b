import { encodeText } from '../../../../lib/jwt/base64url.ts';
import { Story } from '../../support/observations.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, CLIENT, callbackUrl, last, urlOf } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'CB01',
  valid: [
    {
      name: 'state comes back as it was sent',
      flow: answered(),
    },
    {
      name: 'no state was sent and none came back',
      flow: answered(authorizeUrl({ state: undefined }), callbackUrl({ state: undefined })),
    },
    {
      name: 'the response is encrypted and cannot be read',
      flow: answered(
        authorizeUrl(),
        urlOf(CLIENT, {
          response: `${encodeText(JSON.stringify({ alg: 'RSA-OAEP', enc: 'A256GCM' }))}.AAAA.AAAA.AAAA.AAAA`,
        }),
      ),
    },
  ],
  invalid: [
    {
      name: 'another state comes back',
      flow: answered(authorizeUrl(), callbackUrl({ state: 'other' })),
      findings: [
        {
          severity: 'error',
          message: 'state is “other”; the request sent “s1”.',
          at: { part: 'callback', parameter: 'state' },
        },
      ],
    },
    {
      name: 'no state comes back',
      flow: answered(authorizeUrl(), callbackUrl({ state: undefined })),
      findings: [
        {
          severity: 'error',
          message: 'state is missing; the request sent “s1”.',
          at: { part: 'callback', parameter: 'state' },
        },
      ],
    },
    {
      name: 'a state comes back that was never sent',
      flow: answered(authorizeUrl({ state: undefined }), callbackUrl({ state: 'x' })),
      findings: [
        {
          severity: 'error',
          message: 'state is “x”, but the request sent none.',
          at: { part: 'callback', parameter: 'state' },
        },
      ],
    },
    {
      name: 'the request was not seen',
      flow: last(new Story().request(callbackUrl({ state: 'x1' }))),
      findings: [
        {
          severity: 'info',
          message: 'state is “x1”, but no authorize request was seen that sent it.',
          at: { part: 'callback', parameter: 'state' },
        },
      ],
    },
  ],
};
