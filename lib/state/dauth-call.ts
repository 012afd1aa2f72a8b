import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../messaging/protocol.ts';
import { hostOf } from '../oauth/url.ts';
import { failureOf } from './failure-of.ts';

/** How long a call may take, in milliseconds. */
export const CALL_TIMEOUT_MILLISECONDS = 20_000;

/** UTF-16 units of a body that are kept. */
export const MAX_BODY = 200_000;

/** What a server answered. */
export interface Answer {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  /** In milliseconds, until the whole body was there. */
  readonly elapsed: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** True when the body was longer than {@link MAX_BODY}. */
  readonly cut: boolean;
}

type CallState =
  | { readonly kind: 'none' }
  | { readonly kind: 'calling'; readonly since: number }
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** One call at a time, which can be cancelled. Nothing here throws. */
export interface DauthCall {
  readonly state: ReadonlySignal<CallState>;
  /** Sends the request; only when the user asks for it. */
  call(url: string, headers: Readonly<Record<string, string>>): Promise<void>;
  cancel(): void;
  reset(): void;
}

export interface CallContext {
  readonly now: () => number;
  readonly send?: typeof fetch;
  /** Calls back after some milliseconds; gives how to stop. */
  readonly after?: (milliseconds: number, run: () => void) => () => void;
}

const afterTimeout = (milliseconds: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** Makes it over the network; `send` is replaced in tests. */
export function createDauthCall({
  now,
  send = (...args) => fetch(...args),
  after = afterTimeout,
}: CallContext): DauthCall {
  const state = signal<CallState>({ kind: 'none' });
  let running: AbortController | undefined;

  return {
    state,
    async call(url, headers) {
      running?.abort();
      const mine = new AbortController();
      running = mine;
      const since = now();
      let late = false;
      const stopWaiting = after(CALL_TIMEOUT_MILLISECONDS, () => {
        late = true;
        mine.abort();
      });
      state.value = { kind: 'calling', since };
      try {
        // A redirect is not followed: it would carry the token to another address.
        const response = await send(url, {
          method: 'GET',
          headers,
          credentials: 'omit',
          cache: 'no-store',
          redirect: 'manual',
          signal: mine.signal,
        });
        const { text, cut } = await readBody(response);
        if (running !== mine) return;
        state.value =
          response.type === 'opaqueredirect'
            ? { kind: 'failed', failure: redirected(url) }
            : {
                kind: 'answered',
                answer: {
                  url,
                  status: response.status,
                  statusText: response.statusText,
                  elapsed: now() - since,
                  headers: [...response.headers],
                  body: text,
                  cut,
                },
              };
      } catch (error) {
        if (running !== mine) return;
        state.value = { kind: 'failed', failure: late ? tookTooLong(url) : notReached(url, error) };
      } finally {
        stopWaiting();
        if (running === mine) running = undefined;
      }
    },
    cancel() {
      if (!running) return;
      const stopped = running;
      running = undefined;
      stopped.abort();
      state.value = { kind: 'failed', failure: CANCELLED };
    },
    reset() {
      const stopped = running;
      running = undefined;
      stopped?.abort();
      state.value = { kind: 'none' };
    },
  };
}

async function readBody(response: Response): Promise<{ text: string; cut: boolean }> {
  if (!response.body) return { text: '', cut: false };
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length > MAX_BODY) {
      await reader.cancel();
      return { text: text.slice(0, MAX_BODY), cut: true };
    }
  }
  return { text: text + decoder.decode(), cut: false };
}

const CANCELLED: Failure = {
  code: 'call-cancelled',
  message: 'You cancelled the call.',
  remedy: 'The server may have received it all the same.',
};

function redirected(url: string): Failure {
  return {
    code: 'call-redirected',
    message: `${hostOf(url)} redirects this call. It was not followed, so that the token goes nowhere else.`,
    remedy: 'Use the address to which it redirects as the base URL, often the same with https.',
  };
}

function tookTooLong(url: string): Failure {
  return {
    code: 'call-timeout',
    message: `${hostOf(url)} gave no answer within ${CALL_TIMEOUT_MILLISECONDS / 1_000} seconds.`,
    remedy: 'Check the address and whether the server runs, then call again.',
  };
}

/** Browsers tell a page neither that a server is down nor that it forbids reading: both are one TypeError. */
function notReached(url: string, error: unknown): Failure {
  if (!(error instanceof TypeError)) return failureOf(error);
  const local = /^https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/]/.test(url);
  return local
    ? {
        code: 'call-not-reached',
        message: `Nothing answered at ${hostOf(url)}.`,
        remedy: 'Start the local sandbox with npm start, or correct the port, then call again.',
      }
    : {
        code: 'call-not-reached',
        message: `${hostOf(url)} was not reached, or it does not let Grantscope read its answer (CORS).`,
        remedy:
          'Allow access to this host, check the address and your connection, then call again; the curl command tells which of them it is.',
      };
}
