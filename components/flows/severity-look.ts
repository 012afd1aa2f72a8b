import type { Severity } from '../../lib/rules/types.ts';

/** Icon, word and tone of each severity. */
const LOOKS = {
  error: { icon: 'failed', word: 'Error', plural: 'Errors', tone: 'error' },
  warning: { icon: 'warning', word: 'Warning', plural: 'Warnings', tone: 'warning' },
  info: { icon: 'info', word: 'Note', plural: 'Notes', tone: 'info' },
} as const satisfies Record<Severity, { icon: string; word: string; plural: string; tone: string }>;

/** How a severity is shown: never by colour alone. */
export function severityLook<Level extends Severity>(severity: Level): (typeof LOOKS)[Level] {
  return LOOKS[severity];
}
