import { showBadge } from './badge.ts';

/** Milliseconds between two changes of the badge; the browser redraws its toolbar with each. */
const INTERVAL = 250;

/**
 * Keeps the badge at the number of callbacks since somebody last looked. The function it gives counts again, at once or
 * after a pause, and asks the browser only when the number is another.
 */
export function createUnseenBadge(count: () => Promise<number>): () => Promise<void> {
  let shown: number | undefined;
  let pausing = false;
  let again = false;
  return async function refresh(): Promise<void> {
    again = pausing;
    if (pausing) return;
    pausing = true;
    setTimeout(() => {
      pausing = false;
      if (again) void refresh();
    }, INTERVAL);
    const unseen = await count();
    if (unseen === shown) return;
    shown = unseen;
    await showBadge(unseen);
  };
}
