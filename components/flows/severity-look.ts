import { type MessageName, t } from '../../lib/i18n/t.ts';
import type { Severity } from '../../lib/rules/types.ts';

/** Icon and tone of each severity, and the names of its word and of how many there are. */
const LOOKS = {
  error: { icon: 'failed', word: 'wordError', count: 'flowSeverityErrors', tone: 'error' },
  warning: { icon: 'warning', word: 'wordWarning', count: 'flowSeverityWarnings', tone: 'warning' },
  info: { icon: 'info', word: 'wordNote', count: 'flowSeverityNotes', tone: 'info' },
} as const satisfies Record<Severity, { icon: string; word: MessageName; count: MessageName; tone: string }>;

/** How a severity is shown: never by colour alone. */
export function severityLook<Level extends Severity>(
  severity: Level,
): Pick<(typeof LOOKS)[Level], 'icon' | 'tone'> & { readonly word: string } {
  const { icon, tone, word } = LOOKS[severity];
  return { icon, tone, word: t(word) };
}

/** How many findings are of a severity: `Errors (2)`. */
export function severityCount(severity: Severity, count: number): string {
  return t(LOOKS[severity].count, count);
}
