import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { t } from '../../i18n/t.ts';
import { CodedError } from '../../jwt/coded-error.ts';
import { signToken } from '../../jwt/sign.ts';
import type { JsonObject } from '../../jwt/types.ts';
import type { StoredKey } from '../../keys/types.ts';
import type { Failure } from '../../messaging/protocol.ts';
import { failureOf } from '../shared/failure-of.ts';

/** A request object that is to be signed. */
export interface ObjectToSign {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** Undefined while there is none that fits. */
  readonly key: StoredKey | undefined;
}

/** The request object's signature, kept up to date. */
export interface RequestSigning {
  /** The last token; empty when nothing is signed or signing failed. */
  readonly token: ReadonlySignal<string>;
  readonly failure: ReadonlySignal<Failure | undefined>;
  /** Signs what is to be signed now; empty when there is nothing. Rejects with the reason. */
  signNow(): Promise<string>;
  dispose(): void;
}

/** Signs whenever the object changes; the last change wins. */
export function createRequestSigning(object: ReadonlySignal<ObjectToSign | undefined>): RequestSigning {
  const result = signal<{ readonly token: string; readonly failure?: Failure }>({ token: '' });
  let round = 0;
  const signNow = async (): Promise<string> => {
    const now = object.peek();
    if (!now) return '';
    if (!now.key) throw noKey();
    return signToken(now.header, now.claims, now.key.privateKey);
  };
  const stop = effect(() => {
    const wanted = object.value;
    const mine = ++round;
    if (!wanted) {
      result.value = { token: '' };
      return;
    }
    signNow().then(
      (token) => {
        if (mine === round) result.value = { token };
      },
      (error: unknown) => {
        if (mine === round) result.value = { token: '', failure: failureOf(error) };
      },
    );
  });
  return {
    token: computed(() => result.value.token),
    failure: computed(() => result.value.failure),
    signNow,
    dispose() {
      round++;
      stop();
    },
  };
}

function noKey(): Error {
  return new CodedError('no-signing-key', t('requestNoSigningKey'), t('requestNoSigningKeyRemedy'));
}
