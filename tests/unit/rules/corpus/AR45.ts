import type { Corpus } from '../support/corpus.ts';
import { asked, STATE } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR45',
  valid: [
    { name: 'every value is filled in', flow: asked() },
    { name: 'response_type is none', flow: asked({ response_type: 'none' }) },
    { name: 'state has brackets inside', flow: asked({ state: `${STATE}{}` }) },
  ],
  invalid: [
    {
      name: 'client_id is undefined',
      flow: asked({ client_id: 'undefined' }),
      findings: [
        {
          severity: 'error',
          message: 'client_id is “undefined”: a placeholder that was not replaced by a value.',
          at: { part: 'request', parameter: 'client_id' },
        },
      ],
    },
    {
      name: 'state is the name of a template variable',
      flow: asked({ state: '{{state}}' }),
      findings: [
        {
          severity: 'error',
          message: 'state is “{{state}}”: a placeholder that was not replaced by a value.',
          at: { part: 'request', parameter: 'state' },
        },
      ],
    },
    {
      name: 'client_id is that of a document',
      flow: asked({ client_id: 'YOUR_CLIENT_ID' }),
      findings: [
        {
          severity: 'error',
          message: 'client_id is “YOUR_CLIENT_ID”: a placeholder that was not replaced by a value.',
          at: { part: 'request', parameter: 'client_id' },
        },
      ],
    },
    {
      name: 'nonce is an object',
      flow: asked({ nonce: '[object Object]' }),
      findings: [
        {
          severity: 'error',
          message: 'nonce is “[object Object]”: a placeholder that was not replaced by a value.',
          at: { part: 'request', parameter: 'nonce' },
        },
      ],
    },
    {
      name: 'redirect_uri is a variable of a shell',
      flow: asked({ redirect_uri: '${REDIRECT_URI}' }),
      findings: [
        {
          severity: 'error',
          message: 'redirect_uri is “${REDIRECT_URI}”: a placeholder that was not replaced by a value.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
    {
      name: 'scope is null',
      flow: asked({ scope: 'null' }),
      findings: [
        {
          severity: 'error',
          message: 'scope is “null”: a placeholder that was not replaced by a value.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
  ],
};
