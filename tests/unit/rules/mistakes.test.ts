import { describe, expect, it } from 'vitest';
import { profileById } from '../../../lib/providers/catalogue.ts';
import { conformanceProfilesOf } from '../../../lib/rules/conformance-profiles.ts';
import { runRules } from '../../../lib/rules/run.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { NOW } from './support/flows.ts';
import { MISTAKES, type Mistake } from './support/mistakes.ts';

/** Rules that object to a flow, worst first; notes only where a note is what is expected. */
function objections({ flow, gates = [], context = {} }: Mistake): readonly (readonly [string, string])[] {
  const profile = profileById(CATALOGUE, flow.profileId);
  const open = new Set([...conformanceProfilesOf(flow, profile), ...gates]);
  return runRules(flow, {
    catalogue: CATALOGUE,
    now: NOW,
    timeZone: 'UTC',
    profile,
    gates: open,
    ...context,
  }).map(({ rule, severity }) => [rule, severity] as const);
}

describe('a single mistake is found', () => {
  it.each(MISTAKES)('$rule: $name', (one) => {
    const found = objections(one);
    expect(found.map(([rule]) => rule)).toContain(one.rule);
    const allowed = new Set([one.rule, ...(one.also ?? [])]);
    expect(found.filter(([rule, severity]) => severity === 'error' && !allowed.has(rule))).toEqual([]);
  });
});
