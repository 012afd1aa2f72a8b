import type { JSX } from 'preact';
import { tCount } from '../../lib/i18n/t.ts';
import { Icon } from './icon.tsx';

interface FindingCountsProps {
  readonly errors: number;
  readonly warnings: number;
}

/** How many errors were found, or how many warnings when there are none; nothing when all is right. */
export function FindingCounts({ errors, warnings }: FindingCountsProps): JSX.Element | null {
  if (errors + warnings === 0) return null;
  const [icon, tone, count, words] =
    errors > 0
      ? (['failed', 'tone-error', errors, tCount('flowRowErrors', errors)] as const)
      : (['warning', 'tone-warning', warnings, tCount('flowRowWarnings', warnings)] as const);
  return (
    <span class={tone} title={words}>
      <Icon name={icon} />
      <span aria-hidden="true">{count}</span>
      <span class="visually-hidden">{words}</span>
    </span>
  );
}
