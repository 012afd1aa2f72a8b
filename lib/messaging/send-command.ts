import type { CommandName, CommandOutcome, Failure } from './protocol.ts';

/** How a command reaches the background, and how long a page waits for it. */
export interface Sending {
  /** Delivers a message; rejects, or gives nothing, when the background stopped before it answered. */
  readonly send: (message: unknown) => Promise<unknown>;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly newId: () => string;
}

/** Pauses before a command is sent again, in milliseconds; a background that is stopping is gone after the first ones. */
const PAUSES = [50, 150, 500, 1_000, 2_000];

/** Milliseconds after which a command that got no answer is sent once more; the background knows it by its id. */
const PATIENCE = 5_000;

const SILENT = Symbol('no answer in time');

/**
 * Sends a command until it is answered, under one id, so that it is carried out once; what can no longer be delivered is a
 * failure that says so. Never rejects.
 */
export async function sendCommand(
  name: CommandName,
  args: readonly unknown[],
  { send, pause, newId }: Sending,
): Promise<CommandOutcome<unknown>> {
  const message = { grantscope: 'command', name, args, id: newId() };
  let reason = 'it gave no answer';
  const asked: Promise<unknown>[] = [];
  const ask = async (): Promise<unknown> => {
    try {
      return await send(message);
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
      return undefined;
    }
  };
  for (const wait of PAUSES) {
    const answer = ask();
    asked.push(answered(answer));
    const first = await Promise.race([...asked, answer, pause(PATIENCE).then(() => SILENT)]);
    if (isOutcome(first)) return first;
    if (first !== SILENT) await pause(wait);
  }
  // A command may take its time: whoever has it still answers.
  const last = await Promise.race([...asked, ask()]);
  return isOutcome(last) ? last : { ok: false, failure: undelivered(reason) };
}

/** Never settles when nothing came. */
function answered(answer: Promise<unknown>): Promise<unknown> {
  return new Promise((resolve) => {
    void answer.then((value) => {
      if (isOutcome(value)) resolve(value);
    });
  });
}

function isOutcome(value: unknown): value is CommandOutcome<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

function undelivered(reason: string): Failure {
  return {
    code: 'background-unreachable',
    message: `Grantscope’s background did not answer: ${reason}. The command may not have been carried out.`,
    remedy: 'Close and open this page again; if the extension was updated, reload it.',
  };
}
