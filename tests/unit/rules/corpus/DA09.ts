import type { Flow } from '../../../../lib/flow/types.ts';
import type { Corpus } from '../support/corpus.ts';
import { withCalls } from '../support/flows.ts';
import { asked, dauthCall } from '../support/request-flows.ts';

/** A flow with a DAuth call whose header's value is wrapped. */
function wrapped(wrap: (token: string) => string): Flow {
  const call = dauthCall();
  const fields = (call.fields ?? []).map((field) => ({ ...field, value: wrap(field.value ?? '') }));
  return withCalls(asked(), { ...call, fields });
}

export const corpus: Corpus = {
  rule: 'DA09',
  valid: [{ name: 'it is DAuth', flow: withCalls(asked(), dauthCall()) }],
  invalid: [
    {
      name: 'it is in lower case',
      flow: withCalls(asked(), dauthCall({}, {}, { name: 'dauth' })),
      findings: [
        {
          severity: 'error',
          message: 'The header is called dauth; the server looks for DAuth in this letter case.',
          at: { part: 'call', parameter: 'DAuth' },
        },
      ],
    },
    {
      name: 'it stands twice',
      flow: withCalls(asked(), dauthCall({}, {}, { headers: [{ in: 'header', name: 'DAuth', value: 'x' }] })),
      findings: [
        {
          severity: 'error',
          message: 'The request has more than one DAuth header; the server answers OBP-20072.',
          at: { part: 'call', parameter: 'DAuth' },
        },
      ],
    },
    {
      name: 'the token stands in token="…"',
      flow: wrapped((token) => `token="${token}"`),
      findings: [
        {
          severity: 'error',
          message: 'The value of the DAuth header is not the token alone.',
          at: { part: 'call', parameter: 'DAuth' },
        },
      ],
    },
    {
      name: 'a scheme stands before the token',
      flow: wrapped((token) => `Bearer ${token}`),
      findings: [
        {
          severity: 'error',
          message: 'The value of the DAuth header is not the token alone.',
          at: { part: 'call', parameter: 'DAuth' },
        },
      ],
    },
    {
      name: 'the token stands in quotation marks',
      flow: wrapped((token) => `"${token}"`),
      findings: [
        {
          severity: 'error',
          message: 'The value of the DAuth header is not the token alone.',
          at: { part: 'call', parameter: 'DAuth' },
        },
      ],
    },
  ],
};
