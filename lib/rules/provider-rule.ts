import type { Flow, FlowCall } from '../flow/types.ts';
import type { Found, Rule, RuleContext } from './types.ts';

type Spec = Omit<Rule, 'gate' | 'check'> & { readonly find: Rule['check'] };

/** Makes a rule about flows of one provider; it says nothing of others. */
export function providerRule(profileId: string, { find, ...rule }: Spec): Rule {
  return {
    ...rule,
    gate: 'provider',
    check: (flow: Flow, context: RuleContext): readonly Found[] =>
      context.profile?.id === profileId ? find(flow, context) : [],
  };
}

/** Calls of a flow that were run with this provider's profile. */
export function callsOf({ calls = [] }: Flow, profileId: string): readonly FlowCall[] {
  return calls.filter((call) => call.profileId === profileId);
}
