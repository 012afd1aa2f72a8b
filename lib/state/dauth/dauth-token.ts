import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { t } from '../../i18n/t.ts';
import { CodedError } from '../../jwt/coded-error.ts';
import { encryptToken } from '../../jwt/encrypt.ts';
import { signToken } from '../../jwt/sign.ts';
import type { JsonObject } from '../../jwt/types.ts';
import { importKey } from '../../keys/import-key.ts';
import type { KeyRecord } from '../../keys/types.ts';
import type { Failure } from '../../messaging/protocol.ts';
import { failureOf } from '../shared/failure-of.ts';

/** The algorithms that OBP's own code uses for encrypted tokens. */
export const ENCRYPTED_HEADER = { alg: 'RSA-OAEP-256', enc: 'A128GCM' } as const;

/** A token that is to be made. */
export type TokenOrder =
  | {
      readonly form: 'signed';
      readonly header: JsonObject;
      readonly claims: JsonObject;
      readonly key: KeyRecord | undefined;
    }
  | { readonly form: 'encrypted'; readonly claims: JsonObject; readonly recipient: string };

/** The token, kept up to date. */
export interface DauthToken {
  /** Empty when it could not be made. */
  readonly token: ReadonlySignal<string>;
  readonly failure: ReadonlySignal<Failure | undefined>;
  dispose(): void;
}

const noKey = (): Failure => ({
  code: 'no-signing-key',
  message: t('dauthNoKey'),
  remedy: t('dauthNoKeyRemedy'),
});

const noRecipient = (): Failure => ({
  code: 'no-recipient',
  message: t('dauthNoRecipient'),
  remedy: t('dauthNoRecipientRemedy'),
});

/** Makes the token again whenever its order changes; the last change wins. */
export function createDauthToken(order: ReadonlySignal<TokenOrder>): DauthToken {
  const result = signal<{ readonly token: string; readonly failure?: Failure }>({ token: '' });
  let round = 0;
  const stop = effect(() => {
    const wanted = order.value;
    const mine = ++round;
    makeToken(wanted).then(
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
    dispose() {
      round++;
      stop();
    },
  };
}

async function makeToken(order: TokenOrder): Promise<string> {
  if (order.form === 'signed') {
    const key = order.key?.privateKey ?? order.key?.secretKey;
    if (!key) throw CodedError.of(noKey());
    return signToken(order.header, order.claims, key);
  }
  if (order.recipient.trim() === '') throw CodedError.of(noRecipient());
  const { publicJwk } = await importKey(order.recipient, { algorithm: ENCRYPTED_HEADER.alg });
  if (!publicJwk) throw CodedError.of(noRecipient());
  return encryptToken(order.claims, ENCRYPTED_HEADER, publicJwk);
}
