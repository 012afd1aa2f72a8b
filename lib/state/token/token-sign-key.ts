import { type MessageName, t } from '../../i18n/t.ts';
import { jwsAlgorithm } from '../../jwt/algorithms.ts';
import { CodedError } from '../../jwt/coded-error.ts';
import { readVerifyKey } from '../../jwt/read-verify-key.ts';
import type { SigningKey } from '../../jwt/sign.ts';
import type { SecretText, VerifyKey } from '../../jwt/verify-types.ts';
import { importKey } from '../../keys/import-key.ts';
import type { KeyRecord } from '../../keys/types.ts';
import type { Failure } from '../../messaging/protocol.ts';
import { failureOf } from '../shared/failure-of.ts';
import type { KeySource } from './token-key-input.ts';

/** Everything that decides which key signs. */
export interface SignKeyInput {
  readonly source: KeySource;
  readonly pasted: string;
  readonly passphrase: string;
  readonly secret: string;
  readonly encoding: SecretText['encoding'];
  readonly saved: KeyRecord | undefined;
  /** What the header asks for. */
  readonly algorithm: string | undefined;
}

/** A key that signs. */
export interface SignKey {
  readonly key: SigningKey;
  readonly algorithm: string;
  /** Everything that it can sign with. */
  readonly algorithms: readonly string[];
  readonly kid?: string;
  /** What verifies its signatures. */
  readonly verifyKey: VerifyKey;
  readonly publicJwk?: JsonWebKey;
}

/** A key, or why there is none. */
export interface ResolvedSignKey {
  readonly found?: SignKey;
  readonly failure?: Failure;
}

/** Reads what was given as a signing key. Never throws. */
export async function resolveSignKey(input: SignKeyInput): Promise<ResolvedSignKey> {
  try {
    const found = await (READERS[input.source] ?? READERS.saved)?.(input);
    return found ? { found } : { failure: noSigningKey(input.source) };
  } catch (error) {
    return { failure: failureOf(error, t('tokenCheckGivenKey')) };
  }
}

/** What is said while nothing was given. */
export function noSigningKey(source: KeySource): Failure {
  return {
    code: 'no-signing-key',
    message: t('tokenNoSigningKey'),
    remedy: t(MISSING[source] ?? 'tokenNoSigningKeyRemedy'),
  };
}

const MISSING: Readonly<Partial<Record<KeySource, MessageName>>> = {
  pasted: 'tokenNoSigningKeyPaste',
  secret: 'tokenNoSigningKeySecret',
};

type Reader = (input: SignKeyInput) => Promise<SignKey | undefined>;

const READERS: Readonly<Partial<Record<KeySource, Reader>>> = {
  saved: async ({ saved }) => {
    const key = saved?.privateKey ?? saved?.secretKey;
    if (!saved || !key) return undefined;
    const { algorithm, kid, publicJwk } = saved;
    return {
      key,
      algorithm,
      algorithms: [algorithm],
      kid,
      verifyKey: publicJwk ?? key,
      ...(publicJwk ? { publicJwk } : {}),
    };
  },
  secret: async ({ secret, encoding, algorithm }) => {
    if (secret === '') return undefined;
    const { candidates, fault } = readVerifyKey({ secret, encoding });
    const material = candidates[0]?.material;
    if (fault !== undefined || !material || !('secret' in material)) {
      throw failing('secret', fault ?? t('tokenSecretUnreadable'), t('tokenSecretRemedy'));
    }
    const key = material.secret;
    return { key, verifyKey: key, algorithm: algorithmAmong(HMAC, algorithm), algorithms: HMAC };
  },
  pasted: async ({ pasted, passphrase, algorithm }) => {
    if (pasted.trim() === '') return undefined;
    const first = await importKey(pasted, { passphrase });
    if (first.type === 'public') {
      throw failing('key-not-private', t('tokenKeyIsPublic'), t('tokenKeyIsPublicRemedy'));
    }
    const algorithms = first.algorithms.filter((name) => jwsAlgorithm(name) !== undefined);
    if (algorithms.length === 0) {
      throw failing('key-does-not-fit', t('tokenKeyEncrypts'), t('tokenKeyEncryptsRemedy'));
    }
    const chosen = algorithmAmong(algorithms, algorithm);
    const imported =
      chosen === first.algorithm ? first : await importKey(pasted, { passphrase, algorithm: chosen });
    const { key, kid, publicJwk } = imported;
    return {
      key,
      algorithm: chosen,
      algorithms,
      ...(publicJwk ? { kid, publicJwk } : {}),
      verifyKey: publicJwk ?? key,
    };
  },
};

const HMAC = ['HS256', 'HS384', 'HS512'] as const;

function algorithmAmong(algorithms: readonly string[], wanted: string | undefined): string {
  return algorithms.find((name) => name === wanted) ?? algorithms[0] ?? '';
}

function failing(code: string, message: string, remedy: string): Error {
  return new CodedError(code, message, remedy);
}
