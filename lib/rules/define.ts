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

/** White space, control and format characters that a reader would not see, or that would change the order of what follows. */
const UNSEEN = /(?! )[\s\p{Cc}\p{Cf}]/gu;

const ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value as a message quotes it: bounded, on one line, with what is not visible as escapes. */
export function quoteValue(value: string): string {
  const line = value.replace(
    UNSEEN,
    (one) => ESCAPES[one] ?? `\\u${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return `“${line.length <= 80 ? line : `${line.slice(0, 60)}…${line.slice(-16)}`}”`;
}

/** A value of JSON as a message quotes it: a text as it is, anything else as JSON, nothing as “absent”. */
export function quoteJson(value: Json | undefined): string {
  if (value === undefined) return 'absent';
  return quoteValue(typeof value === 'string' ? value : JSON.stringify(value));
}

/** A call as a message names it, such as: the call “Token”. */
export function quoteCall({ name }: { readonly name: string }, article: 'The' | 'the' = 'the'): string {
  return `${article} call ${quoteValue(name)}`;
}
