import type { Observation } from '../../flow/observation.ts';
import type { ResponseHeader, Stopped } from './stopped.ts';

/** What a blocking listener answers; nothing lets the request go on as it is. */
export interface BlockingAnswer {
  readonly cancel?: true;
  readonly redirectUrl?: string;
  readonly responseHeaders?: ResponseHeader[];
}

/** Milliseconds between two signs of life; Firefox ends an idle background, and lets go what waits for it. */
const AWAKE_EVERY = 1_000;

/** Requests that are held unanswered: each goes on exactly as it was when it is answered. */
export interface Waiting {
  /** Holds a request until it is answered. */
  begin(holdId: string, stopped: Stopped): Promise<BlockingAnswer>;
  find(holdId: string): Stopped | undefined;
  answer(holdId: string, blockingAnswer: BlockingAnswer): void;
  /** To be told of every observation: a request may end by itself, with its tab. */
  observed(observation: Observation): void;
  /** Cancels all of them. */
  cancelAll(): void;
}

/** @param stayAwake called about every second while requests wait; what it does must count as activity of the background */
export function createWaiting(stayAwake: () => void): Waiting {
  const waiting = new Map<
    string,
    { readonly stopped: Stopped; readonly resolve: (j: BlockingAnswer) => void }
  >();
  let pulse: ReturnType<typeof setInterval> | undefined;
  const answer = (holdId: string, blockingAnswer: BlockingAnswer): void => {
    waiting.get(holdId)?.resolve(blockingAnswer);
    waiting.delete(holdId);
    if (waiting.size > 0) return;
    clearInterval(pulse);
    pulse = undefined;
  };
  return {
    begin: (holdId, stopped) =>
      new Promise((resolve) => {
        waiting.set(holdId, { stopped, resolve });
        pulse ??= setInterval(stayAwake, AWAKE_EVERY);
      }),
    find: (holdId) => waiting.get(holdId)?.stopped,
    answer,
    observed(observation) {
      if (waiting.size === 0) return;
      const { kind, tabId } = observation;
      if (kind !== 'closed' && kind !== 'request-failed') return;
      for (const [holdId, { stopped }] of waiting) {
        const same =
          kind === 'closed' ? stopped.tabId === tabId : stopped.requestId === observation.requestId;
        if (same) answer(holdId, { cancel: true });
      }
    },
    cancelAll() {
      for (const holdId of [...waiting.keys()]) answer(holdId, { cancel: true });
    },
  };
}
