import { browser } from '../browser/browser.ts';
import { wrongArguments } from './check-arguments.ts';
import { CommandError } from './command-error.ts';
import { createDeliveries, type Deliver } from './deliveries.ts';
import type { CommandName, CommandOutcome, Commands, Failure } from './protocol.ts';
import { isOwnPage, type Sender } from './sender.ts';

/** What answers each command; results may be promised, a {@link CommandError} is told to the caller as it is. */
export type Handlers = {
  readonly [K in CommandName]: (
    ...args: Parameters<Commands[K]>
  ) => ReturnType<Commands[K]> | Promise<ReturnType<Commands[K]>>;
};

const LONGEST_ID = 100;

/** Shape of a command on the wire. */
export interface CommandMessage {
  readonly grantscope: 'command';
  readonly name: CommandName;
  readonly args: readonly unknown[];
  /** The same whenever the same command is sent again. */
  readonly id?: string;
}

/** Answers commands from our own pages, with a failure where the arguments are wrong; anything else is left unanswered. Registers its listener at once. */
export function serveCommands(
  handlers: Handlers,
  deliver: Deliver = createDeliveries(browser.storage.session),
): void {
  const own = { id: browser.runtime.id, origin: browser.runtime.getURL('') };
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    if (!isCommand(message, handlers) || !isOwnPage(sender, own)) return undefined;
    const { id, name } = message;
    return deliver(typeof id === 'string' ? id.slice(0, LONGEST_ID) : undefined, name, () =>
      run(handlers, message),
    );
  });
}

function isCommand(message: unknown, handlers: Handlers): message is CommandMessage {
  if (typeof message !== 'object' || message === null) return false;
  const { grantscope, name, args } = message as Partial<CommandMessage>;
  return (
    grantscope === 'command' &&
    typeof name === 'string' &&
    Object.hasOwn(handlers, name) &&
    Array.isArray(args)
  );
}

async function run(handlers: Handlers, { name, args }: CommandMessage): Promise<CommandOutcome<unknown>> {
  const wrong = wrongArguments(name, args);
  if (wrong) return { ok: false, failure: wrong };
  try {
    const handler = handlers[name] as (...values: readonly unknown[]) => unknown;
    return { ok: true, value: await handler(...args) };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}

function toFailure(error: unknown): Failure {
  if (error instanceof CommandError) return error.failure;
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'unexpected',
    message: `Grantscope’s background could not do this: ${reason}`,
    remedy: 'Try again; if it persists, reload the extension and report the text.',
  };
}
