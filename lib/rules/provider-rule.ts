import type { Flow, FlowCall } from '../flow/types.ts';
import { type Catalogue, familyOf, profileById } from '../providers/catalogue.ts';
import type { Found, Rule, RuleContext } from './types.ts';

type Spec = Omit<Rule, 'gate' | 'check'> & { readonly find: Rule['check'] };

/** Makes a rule about flows of one provider, by its own profile or a copy of it; it says nothing of others. */
export function providerRule(family: string, { find, ...rule }: Spec): Rule {
  return {
    ...rule,
    gate: 'provider',
    check: (flow: Flow, context: RuleContext): readonly Found[] =>
      context.profile && familyOf(context.profile) === family ? find(flow, context) : [],
  };
}

/** Calls of a flow that were run with this provider's profile, or with a copy of it. */
export function callsOf({ calls = [] }: Flow, family: string, catalogue: Catalogue): readonly FlowCall[] {
  return calls.filter(
    ({ profileId }) => profileId === family || familyOf(profileById(catalogue, profileId)) === family,
  );
}
