import type { Flow } from '../../flow/types.ts';
import { quoteValue } from '../define.ts';
import { meantParameter } from '../parameter-names.ts';
import { documented, inRequest, outside } from '../request-facts.ts';
import type { Found, Rule, RuleContext } from '../types.ts';

/** Parameters have the names that servers read. */
export const ar37: Rule = {
  id: 'AR37',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 sections 3.1 and 4.1.1',
  title: 'Standard parameters are spelled as the specifications spell them.',
  check(flow, context) {
    const names = new Set((flow.request?.parameters ?? []).map(({ name }) => name));
    return [...names].flatMap((name): readonly Found[] => {
      const meant = meantParameter(name);
      if (!meant || isOwn(name, flow, context)) return [];
      const there = outside(flow, meant.standard) !== undefined;
      // A name of somebody's own may look like a standard one where that one is sent, too.
      if (there && meant.typo) return [];
      return [
        {
          ...(there || meant.typo ? { severity: 'warning' as const } : {}),
          message: `${name} ${quoteValue(outside(flow, name) ?? '')} is not a parameter that servers read; the name is ${meant.standard}.`,
          remedy: `Send it as ${meant.standard}; names are case sensitive.`,
          at: inRequest(name),
        },
      ];
    });
  },
};

/** True for a name that the provider of the flow documents, or that its environment writes in this way. */
function isOwn(name: string, { environmentId }: Flow, context: RuleContext): boolean {
  const { profile } = context;
  if (!profile) return false;
  const environment = profile.environments.find(({ id }) => id === environmentId);
  return (
    documented(context, name) !== undefined ||
    Object.hasOwn(profile.aliases, name) ||
    Object.values(environment?.spellings ?? {}).includes(name)
  );
}
