import { type ReadonlySignal, signal } from '@preact/signals';
import { t } from '../../i18n/t.ts';
import { parseJsonObject } from '../../jwt/parse-json.ts';
import type { Failure } from '../../messaging/protocol.ts';
import { fetchText, type NetRequest } from '../../net/fetch-text.ts';
import { hostOf } from '../../oauth/url.ts';
import { networkErrorLabel } from '../shared/network-error-label.ts';

type RegistrationState =
  | { readonly kind: 'none' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'registered'; readonly kid: string; readonly message: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Exchanges public keys with the local sandbox; only when the user asks for it. Nothing here throws. */
export interface DauthRegistration {
  readonly state: ReadonlySignal<RegistrationState>;
  /** Sends a public key as PEM. */
  register(url: string, kid: string, pem: string): Promise<void>;
  /** The public key to which the sandbox wants tokens to be encrypted, as PEM. */
  fetchRecipient(url: string): Promise<string | undefined>;
  reset(): void;
}

/** How long the sandbox may take, in milliseconds, and how much of its answer is read, in bytes. */
const BOUNDS = { timeout: 10_000, limit: 100_000 } as const;

/** Characters of an answer that are shown. */
const SHOWN_ANSWER = 300;

/** Makes it over the network; `send` is replaced in tests. */
export function createDauthRegistration(send: typeof fetch = (...args) => fetch(...args)): DauthRegistration {
  const state = signal<RegistrationState>({ kind: 'none' });
  const ask = async (url: string, request: Omit<NetRequest, 'url'>): Promise<string | undefined> => {
    state.value = { kind: 'sending' };
    const sent = await fetchText({ url, ...request }, { ...BOUNDS, fetch: send });
    if (!sent.ok) {
      const { failure } = sent;
      state.value = {
        kind: 'failed',
        failure: failure.code === 'unreachable' ? notReached(url) : networkErrorLabel(failure),
      };
      return undefined;
    }
    const { status, text } = sent.value;
    if (status >= 200 && status <= 299) return text;
    state.value = { kind: 'failed', failure: refused(url, status, text) };
    return undefined;
  };
  return {
    state,
    async register(url, kid, pem) {
      const answer = await ask(url, {
        method: 'PUT',
        headers: [['content-type', 'application/x-pem-file']],
        body: pem,
      });
      if (answer === undefined) return;
      const message = t('dauthRegisteredMeaning', hostOf(url));
      state.value = { kind: 'registered', kid, message };
    },
    async fetchRecipient(url) {
      const answer = await ask(url, {});
      if (answer === undefined) return undefined;
      const pem = pemOf(answer);
      state.value =
        pem === undefined ? { kind: 'failed', failure: refused(url, 200, answer) } : { kind: 'none' };
      return pem;
    },
    reset() {
      state.value = { kind: 'none' };
    },
  };
}

function pemOf(answer: string): string | undefined {
  const pem = parseJsonObject(answer)?.pem;
  return typeof pem === 'string' ? pem : undefined;
}

function refused(url: string, status: number, answer: string): Failure {
  const shown = answer.trim().slice(0, SHOWN_ANSWER);
  return {
    code: 'registration-refused',
    message:
      shown === ''
        ? t('dauthRefused', hostOf(url), status)
        : t('dauthRefusedSaying', hostOf(url), status, shown),
    remedy: t('dauthRefusedRemedy'),
  };
}

function notReached(url: string): Failure {
  return {
    code: 'registration-not-reached',
    message: t('dauthNotReached', hostOf(url)),
    remedy: t('dauthNotReachedRemedy'),
  };
}
