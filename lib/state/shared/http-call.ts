import { type ReadonlySignal, signal } from '@preact/signals';
import { t } from '../../i18n/t.ts';
import type { Failure } from '../../messaging/protocol.ts';
import { fetchText } from '../../net/fetch-text.ts';
import type { NetFailure } from '../../net/net-failure.ts';
import { hostOf } from '../../oauth/url.ts';
import { networkErrorLabel } from './network-error-label.ts';
import { networkFailure } from './network-failure.ts';

/** How long a call may take, in milliseconds. */
export const CALL_TIMEOUT_MILLISECONDS = 20_000;

/** Bytes of a body that are read. */
export const MAX_BODY = 200_000;

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
}

/** What a server answered. */
export interface Answer {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  /** In milliseconds, until the whole body was there. */
  readonly elapsed: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** True when the body was longer than is kept. */
  readonly cut: boolean;
}

export type CallState =
  | { readonly kind: 'none' }
  | { readonly kind: 'calling'; readonly since: number }
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** One call at a time, which can be cancelled. Nothing here throws. */
export interface HttpCall {
  readonly state: ReadonlySignal<CallState>;
  /** Sends the request, only when the user asks for it, and gives what became of it. */
  send(request: HttpRequest): Promise<CallState>;
  cancel(): void;
  reset(): void;
}

/** What the browser's network tells of a request beside what the page hears. */
export interface RequestMonitor {
  /** Waits for an error or a redirect where it may come a little later than the page hears of it. */
  heard?(): Promise<void>;
  error(): string | undefined;
  redirect(): { readonly status: number; readonly location: string } | undefined;
  answered(): boolean;
  stop(): void;
}

export interface CallContext {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly send?: typeof fetch;
  /** Calls back after some milliseconds; gives how to stop. */
  readonly after?: (milliseconds: number, run: () => void) => () => void;
  /** Milliseconds after which a call ends by itself. */
  readonly timeout?: number;
  /** Bytes of a body that are read. */
  readonly maxBody?: number;
  readonly watch?: ((url: string) => RequestMonitor | undefined) | undefined;
  readonly hasAccess?: (url: string) => boolean | undefined;
  readonly isOnline?: () => boolean;
}

/** Makes it over the network; `send` is replaced in tests. */
export function createHttpCall({
  now,
  send = (...args) => fetch(...args),
  after,
  timeout = CALL_TIMEOUT_MILLISECONDS,
  maxBody = MAX_BODY,
  watch,
  hasAccess,
  isOnline = () => true,
}: CallContext): HttpCall {
  const state = signal<CallState>({ kind: 'none' });
  let running: AbortController | undefined;

  const run = async (request: HttpRequest, since: number, mine: AbortController): Promise<CallState> => {
    const { url } = request;
    const eventSource = watch?.(url);
    const sent = await fetchText(request, {
      limit: maxBody,
      timeout,
      fetch: send,
      signal: mine.signal,
      ...(after ? { after } : {}),
    });
    if (sent.ok) {
      eventSource?.stop();
      const { status, statusText, headers, text, cut } = sent.value;
      const answer = { url, status, statusText, elapsed: now() - since, headers, body: text, cut };
      return { kind: 'answered', answer };
    }
    if (sent.failure.code === 'redirected' || sent.failure.code === 'unreachable')
      await eventSource?.heard?.();
    const failure = failureFrom(sent.failure, eventSource);
    eventSource?.stop();
    return { kind: 'failed', failure };
  };

  const failureFrom = (failure: NetFailure, eventSource: RequestMonitor | undefined): Failure => {
    const { address: url } = failure;
    if (failure.code === 'timeout') return tookTooLong(url, timeout);
    if (failure.code === 'redirected') return redirected(url, eventSource?.redirect());
    if (failure.code !== 'unreachable') return networkErrorLabel(failure);
    return networkFailure({
      url,
      error: failure.error,
      browserError: eventSource?.error(),
      answered: eventSource?.answered() ?? false,
      hasAccess: hasAccess?.(url),
      online: isOnline(),
    });
  };

  return {
    state,
    async send(request) {
      running?.abort();
      const mine = new AbortController();
      running = mine;
      const since = now();
      state.value = { kind: 'calling', since };
      const result = await run(request, since, mine);
      if (running !== mine) return cancelledState();
      running = undefined;
      state.value = result;
      return result;
    },
    cancel() {
      if (!running) return;
      const stopped = running;
      running = undefined;
      stopped.abort();
      state.value = cancelledState();
    },
    reset() {
      const stopped = running;
      running = undefined;
      stopped?.abort();
      state.value = { kind: 'none' };
    },
  };
}

function cancelledState(): CallState {
  return {
    kind: 'failed',
    failure: {
      code: 'call-cancelled',
      message: t('httpCallCancelled'),
      remedy: t('httpCallMayHaveArrived'),
    },
  };
}

function redirected(
  url: string,
  seen: { readonly status: number; readonly location: string } | undefined,
): Failure {
  return {
    code: 'call-redirected',
    message: seen
      ? t('httpCallRedirectedTo', hostOf(url), seen.status, seen.location.slice(0, 300))
      : t('httpCallRedirected', hostOf(url)),
    remedy: t('httpCallRedirectedRemedy'),
  };
}

function tookTooLong(url: string, timeout: number): Failure {
  return {
    code: 'call-timeout',
    message: t('httpCallTimeout', hostOf(url), timeout / 1_000),
    remedy: t('httpCallTimeoutRemedy'),
  };
}
