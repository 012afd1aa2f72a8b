import { type ReadonlySignal, signal } from '@preact/signals';
import { t } from '../../i18n/t.ts';
import { publicJwks } from '../../keys/public-jwks.ts';
import type { StoredKey } from '../../keys/types.ts';
import type { Failure } from '../../messaging/protocol.ts';
import { fetchText } from '../../net/fetch-text.ts';
import type { NetFailure } from '../../net/net-failure.ts';
import { hostOf, parseUrl } from '../../oauth/url.ts';
import { networkErrorLabel } from '../shared/network-error-label.ts';

/** Where a public key was sent and what was answered. */
type Registration =
  | { readonly kind: 'none' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'registered'; readonly message: string; readonly kid: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Sends a public key to a provider; only when the user asks for it. */
export interface KeyRegistration {
  readonly state: ReadonlySignal<Registration>;
  register(address: string, clientId: string, key: StoredKey): Promise<void>;
  reset(): void;
}

/** How long the provider may take, in milliseconds, and how much of its answer is read, in bytes. */
const BOUNDS = { timeout: 10_000, limit: 100_000 } as const;

/** Characters of an answer that are shown. */
const SHOWN_ANSWER = 300;

/** Makes it over the network; `send` is replaced in tests. */
export function createKeyRegistration(send: typeof fetch = (...args) => fetch(...args)): KeyRegistration {
  const state = signal<Registration>({ kind: 'none' });
  return {
    state,
    reset() {
      state.value = { kind: 'none' };
    },
    async register(address, clientId, key) {
      state.value = { kind: 'sending' };
      const url = parseUrl(address);
      url?.searchParams.set('client_id', clientId);
      const sent = await fetchText(
        {
          url: url?.href ?? address,
          method: 'PUT',
          headers: [['content-type', 'application/json']],
          body: JSON.stringify(publicJwks([key.publicJwk])),
        },
        { ...BOUNDS, fetch: send },
      );
      if (!sent.ok) {
        state.value = { kind: 'failed', failure: notReached(address, sent.failure) };
        return;
      }
      const { status, text } = sent.value;
      const host = hostOf(address);
      state.value =
        status >= 200 && status <= 299
          ? { kind: 'registered', kid: key.kid, message: t('keysRegistered', host, clientId) }
          : { kind: 'failed', failure: refused(host, status, text) };
    },
  };
}

function refused(host: string, status: number, text: string): Failure {
  const answer = text.trim().slice(0, SHOWN_ANSWER);
  return {
    code: 'registration-refused',
    message:
      answer === ''
        ? t('keysRegistrationRefused', host, status)
        : t('keysRegistrationRefusedWith', host, status, answer),
    remedy: t('keysRegistrationRefusedRemedy'),
  };
}

function notReached(address: string, failure: NetFailure): Failure {
  if (failure.code !== 'unreachable') return networkErrorLabel(failure);
  return {
    code: 'registration-not-reached',
    message: t('keysRegistrationNotReached', address),
    remedy: t('keysRegistrationNotReachedRemedy'),
  };
}
