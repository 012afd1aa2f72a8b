import { browser } from '../browser/browser.ts';
import {
  type Background,
  type CommandResult,
  FLOWS_PORT,
  type Outcome,
  type Push,
  type Subscribe,
} from './protocol.ts';

/** First pause before a lost port is opened again, and the longest, in milliseconds. */
const RETRY = { first: 50, longest: 5_000 };

/** The background as our pages see it: commands by message, flows by a port that is opened again whenever it is lost. */
export function connectBackground(): Background {
  return {
    async call(name, ...args) {
      try {
        const message = { grantscope: 'command', name, args };
        const answer = (await browser.runtime.sendMessage(message)) as
          | Outcome<CommandResult<typeof name>>
          | undefined;
        return answer ?? unreachable('it gave no answer');
      } catch (error) {
        return unreachable(error instanceof Error ? error.message : String(error));
      }
    },
    subscribe(listener) {
      let stopped = false;
      let pause = RETRY.first;
      let last: { epoch: string; sequence: number } | undefined;
      let port: ReturnType<typeof browser.runtime.connect> | undefined;
      const open = (): void => {
        if (stopped) return;
        port = browser.runtime.connect({ name: FLOWS_PORT });
        port.onMessage.addListener((message: unknown) => {
          const push = message as Push;
          pause = RETRY.first;
          last = { epoch: push.epoch, sequence: push.sequence };
          listener(push);
        });
        port.onDisconnect.addListener(() => {
          setTimeout(open, pause);
          pause = Math.min(pause * 2, RETRY.longest);
        });
        const subscribe: Subscribe = last
          ? { kind: 'subscribe', epoch: last.epoch, after: last.sequence }
          : { kind: 'subscribe' };
        port.postMessage(subscribe);
      };
      open();
      return () => {
        stopped = true;
        port?.disconnect();
      };
    },
  };
}

function unreachable(reason: string): Outcome<never> {
  return {
    ok: false,
    failure: {
      code: 'background-unreachable',
      message: `Grantscope’s background did not answer: ${reason}.`,
      remedy: 'Close and open this page again; if the extension was updated, reload it.',
    },
  };
}
