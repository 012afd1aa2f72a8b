import type { Corpus } from '../support/corpus.ts';
import { leatherback, NONCE, signed, STATE } from '../support/request-flows.ts';


export const corpus: Corpus = {
  rule: 'RO06',
  valid: [{ name: 'everything is inside', flow: signed(), },
{ name: 'OpenID puts both places together', flow: signed({ state: undefined }, { state: STATE }), },
{ name: 'the provider documents state there', flow: leatherback(), }],
  invalid: [{ name: 'state is outside only in plain OAuth', flow: signed({ state: undefined, nonce: undefined, scope: 'accounts', response_type: 'code' }, { state: STATE, scope: 'accounts', response_type: 'code' }), findings: [] },
{ name: 'nonce is outside only under FAPI', flow: signed({ nonce: undefined }, { nonce: NONCE }), gates: ['fapi1'], findings: [] }],
};
