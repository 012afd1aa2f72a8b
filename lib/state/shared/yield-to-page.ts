/** Milliseconds of work after which the page gets its turn. */
const TURN = 12;

/** Gives a function to be awaited between pieces of long work: every few milliseconds it lets the page have its turn. */
export function yieldToPage(): () => Promise<void> {
  let since = Date.now();
  return async () => {
    if (Date.now() - since <= TURN) return;
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    since = Date.now();
  };
}
