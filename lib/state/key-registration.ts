import { type ReadonlySignal, signal } from '@preact/signals';
import { publicJwks } from '../keys/public-jwks.ts';
import type { StoredKey } from '../keys/types.ts';
import type { Failure } from '../messaging/protocol.ts';
import { failureOf } from './failure-of.ts';
import { say } from './say.ts';

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
      try {
        const url = new URL(address);
        url.searchParams.set('client_id', clientId);
        const response = await send(url.href, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(publicJwks([key.publicJwk])),
          credentials: 'omit',
        });
        state.value = response.ok
          ? {
              kind: 'registered',
              kid: key.kid,
              message: say('keysRegistered', url.host, clientId),
            }
          : { kind: 'failed', failure: await refused(url.host, response) };
      } catch (error) {
        state.value = { kind: 'failed', failure: notReached(address, error) };
      }
    },
  };
}

async function refused(host: string, response: Response): Promise<Failure> {
  const answer = (await response.text().catch(() => '')).trim().slice(0, SHOWN_ANSWER);
  return {
    code: 'registration-refused',
    message:
      answer === ''
        ? say('keysRegistrationRefused', host, response.status)
        : say('keysRegistrationRefusedWith', host, response.status, answer),
    remedy: say('keysRegistrationRefusedRemedy'),
  };
}

function notReached(address: string, error: unknown): Failure {
  if (!(error instanceof TypeError)) return failureOf(error);
  return {
    code: 'registration-not-reached',
    message: say('keysRegistrationNotReached', address),
    remedy: say('keysRegistrationNotReachedRemedy'),
  };
}
