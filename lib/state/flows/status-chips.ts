/** What the chips beside the filter choose; `all` is the absence of a choice. */
export type StatusChip = 'all' | 'failed' | 'held' | 'open';

const CHOICE = /(^|\s)is:(failed|held|open)(?=\s|$)/i;
const CHOICES = /(^|\s)is:(failed|held|open)(?=\s|$)/gi;

/** The chip that a filter's text amounts to. */
export function chosenStatus(filter: string): StatusChip {
  return (CHOICE.exec(filter)?.[2]?.toLowerCase() as StatusChip | undefined) ?? 'all';
}

/** The filter's text with this choice, and with everything else that stands in it. */
export function withStatus(filter: string, status: StatusChip): string {
  const others = filter.replace(CHOICES, ' ').replace(/\s+/g, ' ').trim();
  const words = status === 'all' ? [others] : [`is:${status}`, others];
  return words.filter((word) => word !== '').join(' ');
}
