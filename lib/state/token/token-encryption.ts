import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { t } from '../../i18n/t.ts';
import { CodedError } from '../../jwt/coded-error.ts';
import { type DecryptedToken, decryptToken } from '../../jwt/decrypt.ts';
import { encryptToken } from '../../jwt/encrypt.ts';
import { jsonWords } from '../../jwt/json-words.ts';
import { JWE_ALGORITHMS, jweAlgorithm } from '../../jwt/jwe-algorithms.ts';
import type { KeyRecord } from '../../keys/types.ts';
import type { Failure } from '../../messaging/protocol.ts';
import { failureOf } from '../shared/failure-of.ts';
import { resolveEncryptionKey } from './token-encryption-key.ts';
import { createKeyInput, type KeyInput } from './token-key-input.ts';
import type { TokenModel } from './token-model.ts';
import type { TokenSigning } from './token-signing.ts';

/** Key management algorithms that encrypt here, the usual ones first. */
export const ENCRYPTING_ALGORITHMS: readonly string[] = Object.keys(JWE_ALGORITHMS)
  .filter((name) => !JWE_ALGORITHMS[name]?.decryptOnly)
  .sort((one, other) => Number(other === 'RSA-OAEP-256') - Number(one === 'RSA-OAEP-256'));

/** Encrypting the token that is being made, and decrypting the one that is shown. */
export interface TokenEncryption {
  readonly what: Signal<'signed' | 'claims'>;
  readonly algorithm: Signal<string>;
  readonly contentEncryption: Signal<string>;
  /** The key to encrypt for. */
  readonly recipient: KeyInput;
  readonly sealed: ReadonlySignal<{ readonly token?: string; readonly failure?: Failure }>;
  encrypt(): Promise<void>;
  /** The key that decrypts. */
  readonly own: KeyInput;
  /** What was inside of the shown token; neither while no key was given. */
  readonly opened: ReadonlySignal<{ readonly content?: DecryptedToken; readonly failure?: Failure }>;
  dispose(): void;
}

interface EncryptionContext {
  readonly stored: ReadonlySignal<readonly KeyRecord[] | undefined>;
}

/** Makes the model. Decrypting happens whenever token or key change; the last change wins. */
export function createTokenEncryption(
  { shown }: TokenModel,
  signing: TokenSigning,
  { stored }: EncryptionContext,
): TokenEncryption {
  const accepts = ({ algorithm }: KeyRecord): boolean => jweAlgorithm(algorithm) !== undefined;
  const recipient = createKeyInput({ stored, accepts, suits: () => ({ source: 'pasted' }) });
  const alg = computed(() => shown.value.header?.alg ?? shown.value.unprotected?.alg);
  const own = createKeyInput({
    stored,
    accepts: (record) => accepts(record) && (record.privateKey ?? record.secretKey) !== undefined,
    suits: (records) => {
      const named = records.find(({ kid }) => kid === shown.value.header?.kid);
      if (named) return { source: 'saved', savedId: named.id };
      return { source: /^(?:dir|A\d|PBES2)/.test(jsonWords(alg.value)) ? 'secret' : 'pasted' };
    },
  });
  const sealed = signal<{ token?: string; failure?: Failure }>({});
  const opened = signal<{ content?: DecryptedToken; failure?: Failure }>({});
  const what = signal<'signed' | 'claims'>('signed');
  const algorithm = signal(ENCRYPTING_ALGORITHMS[0] ?? '');
  const contentEncryption = signal('A256GCM');
  let round = 0;

  const stop = effect(() => {
    const { kind, token } = shown.value;
    const input = readInput(own);
    const mine = ++round;
    if (kind !== 'jwe') {
      opened.value = {};
      return;
    }
    const open = async (): Promise<typeof opened.value> => {
      const key = await resolveEncryptionKey(input, 'decrypt');
      return key === undefined ? {} : { content: await decryptToken(token, key) };
    };
    void open()
      .catch((error: unknown) => ({ failure: failureOf(error, t('tokenCheckGivenKey')) }))
      .then((next) => {
        if (mine === round) opened.value = next;
      });
  });

  return {
    what,
    algorithm,
    contentEncryption,
    recipient,
    sealed,
    async encrypt() {
      try {
        const key = await resolveEncryptionKey(readInput(recipient), 'encrypt');
        if (key === undefined) throw missingKey();
        const kid = recipient.source.value === 'saved' ? recipient.saved.value?.kid : kidOf(key);
        const signed = what.value === 'signed';
        const content = signed ? signing.token.peek() : signing.readClaims.peek().object;
        if (content === undefined || content === '') throw nothing();
        const header = {
          alg: algorithm.value,
          enc: contentEncryption.value,
          ...(kid === undefined ? {} : { kid }),
          ...(signed ? { cty: 'JWT' } : {}),
        };
        sealed.value = { token: await encryptToken(content, header, key as JsonWebKey) };
      } catch (error) {
        sealed.value = { failure: failureOf(error, t('tokenCheckKey')) };
      }
    },
    own,
    opened,
    dispose() {
      round++;
      stop();
    },
  };
}

function missingKey(): Error {
  return new CodedError('no-key', t('tokenNoRecipient'), t('tokenNoRecipientRemedy'));
}

function nothing(): Error {
  return new CodedError('nothing', t('tokenNothingToEncrypt'), t('tokenNothingToEncryptRemedy'));
}

function readInput(input: KeyInput): Parameters<typeof resolveEncryptionKey>[0] {
  return {
    source: input.source.value,
    pasted: input.pasted.value,
    passphrase: input.passphrase.value,
    secret: input.secret.value,
    encoding: input.encoding.value,
    saved: input.saved.value,
  };
}

function kidOf(key: object): string | undefined {
  const { kid } = key as { kid?: unknown };
  return typeof kid === 'string' ? kid : undefined;
}
