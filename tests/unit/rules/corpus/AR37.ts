import type { Corpus } from '../support/corpus.ts';
import { CLIENT, requested } from '../support/flows.ts';
import { asked, CHALLENGE, connectpayUrl, STATE } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR37',
  valid: [
    { name: 'every name is standard', flow: asked() },
    { name: 'the provider documents another spelling', flow: requested(connectpayUrl()) },
    {
      name: 'a name of the application’s own is near to a standard one that is there',
      flow: asked({ states: 'BY' }),
    },
  ],
  invalid: [
    {
      name: 'client_id is written in camel case',
      flow: asked({ client_id: undefined, clientId: 'c1' }),
      findings: [
        {
          severity: 'error',
          message: 'clientId “c1” is not a parameter that servers read; the name is client_id.',
          at: { part: 'request', parameter: 'clientId' },
        },
      ],
    },
    {
      name: 'code_challenge is written with capitals',
      flow: asked({ code_challenge: undefined, codeChallenge: CHALLENGE }),
      findings: [
        {
          severity: 'error',
          message:
            'codeChallenge “E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM” is not a parameter that servers read; the name is code_challenge.',
          at: { part: 'request', parameter: 'codeChallenge' },
        },
      ],
    },
    {
      name: 'redirect_uri is called redirect_url',
      flow: asked({ redirect_uri: undefined, redirect_url: CLIENT }),
      findings: [
        {
          severity: 'error',
          message:
            'redirect_url “https://app.example/cb” is not a parameter that servers read; the name is redirect_uri.',
          at: { part: 'request', parameter: 'redirect_url' },
        },
      ],
    },
    {
      name: 'state has a capital letter',
      flow: asked({ state: undefined, State: STATE }),
      findings: [
        {
          severity: 'error',
          message: 'State “Zk3vQ1x8T0yWm5bR7cN2dL” is not a parameter that servers read; the name is state.',
          at: { part: 'request', parameter: 'State' },
        },
      ],
    },
    {
      name: 'scope is in the plural',
      flow: asked({ scope: undefined, scopes: 'accounts' }),
      findings: [
        {
          severity: 'error',
          message: 'scopes “accounts” is not a parameter that servers read; the name is scope.',
          at: { part: 'request', parameter: 'scopes' },
        },
      ],
    },
    {
      name: 'response_type has hyphens',
      flow: asked({ response_type: undefined, 'response-type': 'code' }),
      findings: [
        {
          severity: 'error',
          message: 'response-type “code” is not a parameter that servers read; the name is response_type.',
          at: { part: 'request', parameter: 'response-type' },
        },
      ],
    },
    {
      name: 'two letters of redirect_uri are swapped',
      flow: asked({ redirect_uri: undefined, redirect_uir: CLIENT }),
      findings: [
        {
          severity: 'warning',
          message:
            'redirect_uir “https://app.example/cb” is not a parameter that servers read; the name is redirect_uri.',
          at: { part: 'request', parameter: 'redirect_uir' },
        },
      ],
    },
  ],
};
