import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl, ISSUER, NOW_SECONDS, tokenOf } from '../support/flows.ts';

const claims = {
  iss: ISSUER,
  sub: 'jane',
  aud: 'c1',
  iat: NOW_SECONDS,
  exp: NOW_SECONDS + 300,
  nonce: 'n1',
};
const asked = {
  id_token: {
    openbanking_intent_id: { value: 'consent-1', essential: true },
    acr: { essential: true, values: ['urn:openbanking:psd2:sca'] },
  },
};
const request = authorizeUrl({
  response_type: 'code id_token',
  scope: 'openid accounts',
  nonce: 'n1',
  claims: JSON.stringify(asked),
});

export const corpus: Corpus = {
  rule: 'CB14',
  valid: [
    {
      name: 'intent id and acr are those that were asked for',
      flow: answered(
        request,
        callbackUrl(
          {
            id_token: tokenOf({
              ...claims,
              openbanking_intent_id: 'consent-1',
              acr: 'urn:openbanking:psd2:sca',
            }),
          },
          '#',
        ),
      ),
      gates: ['obuk'],
    },
  ],
  invalid: [
    {
      name: 'the intent id is another',
      flow: answered(
        request,
        callbackUrl(
          {
            id_token: tokenOf({
              ...claims,
              openbanking_intent_id: 'consent-2',
              acr: 'urn:openbanking:psd2:sca',
            }),
          },
          '#',
        ),
      ),
      gates: ['obuk'],
      findings: [
        {
          severity: 'warning',
          message: 'openbanking_intent_id in the id_token is “consent-2”; the request asked for “consent-1”.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'acr is too weak',
      flow: answered(
        request,
        callbackUrl(
          {
            id_token: tokenOf({
              ...claims,
              openbanking_intent_id: 'consent-1',
              acr: 'urn:openbanking:psd2:ca',
            }),
          },
          '#',
        ),
      ),
      gates: ['obuk'],
      findings: [
        {
          severity: 'warning',
          message:
            'acr in the id_token is “urn:openbanking:psd2:ca”; the request demanded “urn:openbanking:psd2:sca”.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'both are missing',
      flow: answered(request, callbackUrl({ id_token: tokenOf(claims) }, '#')),
      gates: ['obuk'],
      findings: [
        {
          severity: 'warning',
          message: 'openbanking_intent_id in the id_token is absent; the request asked for “consent-1”.',
          at: { part: 'callback', parameter: 'id_token' },
        },
        {
          severity: 'warning',
          message: 'acr in the id_token is absent; the request demanded “urn:openbanking:psd2:sca”.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
  ],
};
