import { CommandError } from '../messaging/command-error.ts';

/** What erasing takes away. Everything may reject. */
export interface EraseParts {
  /** Stops capturing, so that nothing is written again. */
  readonly stop: () => Promise<void>;
  /** By the name that a person knows, in the order in which they are erased. */
  readonly stores: Readonly<Record<string, () => Promise<void>>>;
  /** Ends every page and the background itself: what they hold in memory goes with them. */
  readonly restart: () => void;
}

/** Milliseconds between the answer and the restart, in which the answer reaches the page. */
export const RESTART_AFTER = 400;

/**
 * Erases one store after another, each whatever becomes of the others, and restarts when all are empty. Throws a
 * {@link CommandError} that names those that are not.
 */
export async function eraseEverything({ stop, stores, restart }: EraseParts): Promise<{ erased: true }> {
  await stop().catch(() => undefined);
  const left: string[] = [];
  for (const [name, erase] of Object.entries(stores)) {
    await erase().catch(() => left.push(name));
  }
  if (left.length > 0) {
    throw new CommandError({
      code: 'not-erased',
      message: `The browser refused to erase: ${left.join(', ')}. Everything else is erased.`,
      remedy: 'Close the other pages of Grantscope and try again, or remove the extension from the browser.',
    });
  }
  restart();
  return { erased: true };
}
