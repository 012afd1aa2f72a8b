import type { Corpus } from '../support/corpus.ts';
import { formFields, withCalls } from '../support/flows.ts';
import { asked, finapiCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'FA08',
  valid: [
    {
      name: 'it comes back',
      flow: withCalls(
        asked(),
        finapiCall({
          url: 'https://di-processctl.example/api/v1/processes',
          encoding: 'json',
          fields: formFields({ 'clientReferences.0.clientReference': 'ref-1' }, 'json'),
          body: '{"processes":[{"clientReference":"ref-1","processToken":"t"}]}',
        }),
      ),
    },
    {
      name: 'there was no answer',
      flow: withCalls(
        asked(),
        finapiCall({
          url: 'https://di-processctl.example/api/v1/processes',
          encoding: 'json',
          fields: formFields({ 'clientReferences.0.clientReference': 'ref-1' }, 'json'),
          body: '{"errors":[]}',
        }),
      ),
    },
  ],
  invalid: [
    {
      name: 'another comes back',
      flow: withCalls(
        asked(),
        finapiCall({
          url: 'https://di-processctl.example/api/v1/processes',
          encoding: 'json',
          fields: formFields({ 'clientReferences.0.clientReference': 'ref-1' }, 'json'),
          body: '{"processes":[{"clientReference":"ref-2","processToken":"t"}]}',
        }),
      ),
      findings: [
        {
          severity: 'error',
          message: 'clientReference “ref-1” is missing from the answer; it names “ref-2”.',
          at: { part: 'call', parameter: 'clientReference' },
        },
      ],
    },
    {
      name: 'one of two is missing',
      flow: withCalls(
        asked(),
        finapiCall({
          url: 'https://di-processctl.example/api/v1/processes',
          encoding: 'json',
          fields: formFields(
            { 'clientReferences.0.clientReference': 'ref-1', 'clientReferences.1.clientReference': 'ref-2' },
            'json',
          ),
          body: '{"processes":[{"clientReference":"ref-1","processToken":"t"}]}',
        }),
      ),
      findings: [
        {
          severity: 'error',
          message: 'clientReference “ref-2” is missing from the answer; it names “ref-1”.',
          at: { part: 'call', parameter: 'clientReference' },
        },
      ],
    },
  ],
};
