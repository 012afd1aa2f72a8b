import { describe, expect, it } from 'vitest';
import { profileById } from '../../../lib/providers/catalogue.ts';
import { conformanceProfilesOf } from '../../../lib/rules/conformance-profiles.ts';
import { runRules } from '../../../lib/rules/run.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { CONFORMING, type ConformingFlow } from './support/conforming-flows.ts';
import { NOW } from './support/flows.ts';

/** Errors and warnings, as a developer would see them. */
function complaints({ flow, gates = [], context = {}, warned = [] }: ConformingFlow): readonly string[] {
  const profile = profileById(CATALOGUE, flow.profileId);
  const open = new Set([...conformanceProfilesOf(flow, profile), ...gates]);
  return runRules(flow, { catalogue: CATALOGUE, now: NOW, timeZone: 'UTC', profile, gates: open, ...context })
    .filter(
      ({ rule, severity }) => severity === 'error' || (severity === 'warning' && !warned.includes(rule)),
    )
    .map(({ rule, severity, message }) => `${rule} ${severity}: ${message}`);
}

describe('a conforming flow is accused of nothing', () => {
  it.each(CONFORMING)('$name', (one) => expect(complaints(one)).toEqual([]));
});
