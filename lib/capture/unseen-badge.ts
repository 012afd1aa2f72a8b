import { type BadgeState, showBadge } from './badge.ts';

/** Milliseconds between two changes of the badge; the browser redraws its toolbar with each. */
const INTERVAL = 250;

/**
 * Keeps the badge at the number of callbacks since somebody last looked, and at whether it records. The function it gives
 * looks again, at once or after a pause, and asks the browser only when something is other than before.
 */
export function createUnseenBadge(look: () => Promise<BadgeState>): () => Promise<void> {
  let shown = '';
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
    const state = await look();
    const { unseen, recording, recordingMode } = state;
    const next = JSON.stringify([unseen, recording, recordingMode]);
    if (next === shown) return;
    shown = next;
    await showBadge(state);
  };
}
