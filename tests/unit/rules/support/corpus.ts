import { expect, it } from 'vitest';
import type { Flow } from '../../../../lib/flow/types.ts';
import { profileById } from '../../../../lib/providers/catalogue.ts';
import { conformanceProfilesOf } from '../../../../lib/rules/conformance-profiles.ts';
import { RULES } from '../../../../lib/rules/registry.ts';
import { runRules } from '../../../../lib/rules/run.ts';
import type { ConformanceProfile, Finding, RuleContext } from '../../../../lib/rules/types.ts';
import { CATALOGUE } from '../../support/catalogue.ts';
import { NOW } from './flows.ts';

/** One flow, and how it is evaluated. */
export interface CorpusCase {
  /** What is so, such as `state comes back as it was sent`. */
  readonly name: string;
  readonly flow: Flow;
  /** Gates opened beside those that the flow and its profile open. */
  readonly gates?: readonly ConformanceProfile[];
  /** Beside `now`, the beginning of the story, and the flow's own profile. */
  readonly context?: Partial<RuleContext>;
}

/** A flow that the rule objects to, with exactly what it says; remedies are written out in the rule alone. */
export interface InvalidCase extends CorpusCase {
  readonly findings: readonly Pick<Finding, 'severity' | 'message' | 'at'>[];
}

/** Flows on which one rule says nothing, and flows on which it says something. */
export interface Corpus {
  readonly rule: string;
  readonly valid: readonly [CorpusCase, ...CorpusCase[]];
  readonly invalid: readonly [InvalidCase, ...InvalidCase[]];
}

/** What one rule finds when a case is evaluated by all rules, as the application does. */
export function findingsOf(rule: string, { flow, gates = [], context = {} }: CorpusCase): readonly Finding[] {
  const profile = profileById(CATALOGUE, flow.profileId);
  const open = new Set([...conformanceProfilesOf(flow, context.profile ?? profile), ...gates]);
  return runRules(flow, {
    catalogue: CATALOGUE,
    now: NOW,
    timeZone: 'UTC',
    profile,
    gates: open,
    ...context,
  }).filter((one) => one.rule === rule);
}

/** Writes the tests of one rule's corpus. */
export function testCorpus({ rule, valid, invalid }: Corpus): void {
  const source = RULES.find(({ id }) => id === rule)?.source;
  for (const one of valid) {
    it(`says nothing when ${one.name}`, () => expect(findingsOf(rule, one)).toEqual([]));
  }
  for (const one of invalid) {
    it(`objects when ${one.name}`, () => {
      const found = findingsOf(rule, one);
      expect(found.map(({ severity, message, at }) => ({ severity, message, at }))).toEqual(one.findings);
      for (const finding of found) {
        expect(finding.remedy).toMatch(/^\p{Lu}.*\.$/su);
        expect(finding.source).toBe(source);
      }
    });
  }
}
