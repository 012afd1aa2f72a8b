import { checkHash } from '../hash-claim.ts';
import { idTokensOf } from '../id-tokens.ts';
import type { Rule } from '../types.ts';

/** The id_token of the callback signs the state too. */
export const cb12: Rule = {
  id: 'CB12',
  severity: 'error',
  gate: ['fapi1', 'oidc'],
  source: 'FAPI 1.0 Advanced sections 5.1.1, 5.2.2.1 and 5.2.3.1',
  title: 's_hash in the id_token is the left half of the hash of state; FAPI 1.0 Advanced requires it.',
  check(flow, context) {
    const { gates } = context;
    const value = flow.callback?.response.values.state?.value;
    const required = gates?.has('fapi1') ?? false;
    return idTokensOf(flow, context)
      .filter(({ front }) => front)
      .flatMap((token) => checkHash(token, { claim: 's_hash', of: 'state', value, required }));
  },
};
