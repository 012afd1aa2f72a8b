import { browser } from '../browser/browser.ts';
import {
  type Background,
  type CommandOutcome,
  type CommandResult,
  FLOWS_PORT,
  type Push,
  type Subscribe,
} from './protocol.ts';
import { type Sending, sendCommand } from './send-command.ts';

/** First pause before a lost port is opened again, and the longest, in milliseconds. */
const RETRY = { first: 50, longest: 5_000 };

/**
 * Milliseconds after which a port on which nothing came is opened again, doubled each time up to the longest: one that
 * was opened while the background ended may neither connect nor be reported as lost.
 */
const SILENCE = { first: 5_000, longest: 60_000 };

const SENDING: Sending = {
  send: (message) => browser.runtime.sendMessage(message),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  newId: () => crypto.randomUUID(),
};

/** The background as our pages see it: commands by message, flows by a port that is opened again whenever it is lost. */
export function connectBackground(): Background {
  return {
    async call(name, ...args) {
      return (await sendCommand(name, args, SENDING)) as CommandOutcome<CommandResult<typeof name>>;
    },
    subscribe(listener) {
      let stopped = false;
      let pause = RETRY.first;
      let silence = SILENCE.first;
      let silent: ReturnType<typeof setTimeout> | undefined;
      let last: { epoch: string; sequence: number } | undefined;
      let port: ReturnType<typeof browser.runtime.connect> | undefined;
      const open = (): void => {
        if (stopped) return;
        const opened = browser.runtime.connect({ name: FLOWS_PORT });
        port = opened;
        clearTimeout(silent);
        silent = setTimeout(() => {
          silence = Math.min(silence * 2, SILENCE.longest);
          opened.disconnect();
          open();
        }, silence);
        opened.onMessage.addListener((message: unknown) => {
          const push = message as Push;
          clearTimeout(silent);
          pause = RETRY.first;
          silence = SILENCE.first;
          last = { epoch: push.epoch, sequence: push.sequence };
          listener(push);
        });
        opened.onDisconnect.addListener(() => {
          clearTimeout(silent);
          setTimeout(open, pause);
          pause = Math.min(pause * 2, RETRY.longest);
        });
        const subscribe: Subscribe = last
          ? { kind: 'subscribe', epoch: last.epoch, after: last.sequence }
          : { kind: 'subscribe' };
        opened.postMessage(subscribe);
      };
      open();
      return () => {
        stopped = true;
        clearTimeout(silent);
        port?.disconnect();
      };
    },
  };
}
