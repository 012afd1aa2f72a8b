import type { Flow } from '../flow/types.ts';
import { isOpen } from './conformance-profiles.ts';
import { ruleById } from './registry.ts';
import type { ConformanceProfile, Finding } from './types.ts';

/**
 * Findings that a flow's calls keep of the time when their secrets were there, but for those that are found again without
 * them. A rule whose gate is closed, or that is gone, says nothing.
 */
export function keptFindings(
  { calls = [] }: Flow,
  found: readonly Finding[],
  gates: ReadonlySet<ConformanceProfile>,
): readonly Finding[] {
  const known = new Set(found.map(keyOf));
  return calls
    .flatMap(({ findings = [] }) => findings)
    .filter((finding) => {
      const rule = ruleById(finding.rule);
      const key = keyOf(finding);
      if (!rule || !isOpen(rule.gate, gates) || known.has(key)) return false;
      known.add(key);
      return true;
    });
}

function keyOf({ rule, message, at }: Finding): string {
  return JSON.stringify([rule, message, at.part, at.parameter]);
}
