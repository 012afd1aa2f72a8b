import type {
  CommandArguments,
  CommandName,
  CommandOutcome,
  CommandResult,
} from '../../../lib/messaging/protocol.ts';

/** A page of the extension in which script can be run, whatever drives it. */
export interface ScriptPage {
  evaluate<T>(script: string): Promise<T>;
}

/** The real background, asked as the extension's own pages ask it. */
export interface BackgroundLink {
  call<K extends CommandName>(name: K, ...args: CommandArguments<K>): Promise<CommandResult<K>>;
}

/** Sends commands from a page of the extension; a command that fails is thrown with its code and sentence. */
export function linkBackground(page: ScriptPage): BackgroundLink {
  return {
    async call<K extends CommandName>(name: K, ...args: CommandArguments<K>) {
      const message = JSON.stringify({ grantscope: 'command', name, args });
      // As text: a driver may cut what is nested deeply.
      const text = await page.evaluate<string | undefined | null>(
        `(globalThis.browser ?? globalThis.chrome).runtime.sendMessage(${message}).then((outcome) => JSON.stringify(outcome))`,
      );
      if (text === undefined || text === null) throw new Error(`${name}: the background gave no answer.`);
      const outcome = JSON.parse(text) as CommandOutcome<CommandResult<K>>;
      if (!outcome.ok) throw new Error(`${name}: ${outcome.failure.code}, ${outcome.failure.message}`);
      return outcome.value;
    },
  };
}
