import type { Flow } from '../flow/types.ts';
import type { Json } from '../jwt/types.ts';
import type { Finding, Rule, RuleContext } from './types.ts';

/** Applies one rule to a flow. Same flow and context, same findings. */
export function applyRule(rule: Rule, flow: Flow, context: RuleContext): readonly Finding[] {
  return rule.check(flow, context).map((found) => ({
    rule: rule.id,
    severity: rule.severity,
    source: rule.source,
    ...found,
  }));
}

/** A value as a message quotes it: bounded, on one line. */
export function quoteValue(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  return `“${line.length <= 80 ? line : `${line.slice(0, 60)}…${line.slice(-16)}`}”`;
}

/** A value of JSON as a message quotes it: a text as it is, anything else as JSON, nothing as “absent”. */
export function quoteJson(value: Json | undefined): string {
  if (value === undefined) return 'absent';
  return quoteValue(typeof value === 'string' ? value : JSON.stringify(value));
}
