import type { Finding } from '../../rules/types.ts';

/** True when every word of a filter stands in the finding: its rule, severity, parameter, text or source. */
export function matchesFinding(
  { rule, severity, message, remedy, source, at }: Finding,
  filter: string,
): boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = [rule, severity, at.part, at.parameter ?? '', message, remedy, source].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}
