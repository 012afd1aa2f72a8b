import { makeVisible } from '../oauth/text-problems.ts';

/** Characters of one value that a report shows. */
const LONGEST = 1_500;

/**
 * A captured text as a code span (CommonMark section 6.1): the fence is longer than any run of backticks inside, and line
 * breaks and other controls are written as escapes, so that nothing in it is markup, HTML, a link, a mention or the end.
 */
export function codeSpan(value: string): string {
  const line = makeVisible(value.slice(0, LONGEST)).replace(/[\u2028\u2029]/g, ' ');
  if (line.trim() === '') return value === '' ? '(empty)' : '(blank)';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  const rest = value.length > LONGEST ? ` … (${value.length} characters)` : '';
  return `${fence}${padding}${line}${padding}${fence}${rest}`;
}
