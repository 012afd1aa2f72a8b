import { KeyError } from './key-error.ts';
import { publicJwk } from './public-jwks.ts';
import { thumbprint } from './thumbprint.ts';
import type { StoredKey } from './types.ts';

const RSA = { modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };

/** Algorithms for which a key can be generated, with what WebCrypto is asked for (RFC 7518 sections 3.3 to 3.5). */
export const GENERATED_ALGORITHMS = {
  PS256: {
    label: 'RSASSA-PSS, 2048 bits, SHA-256',
    parameters: { name: 'RSA-PSS', hash: 'SHA-256', ...RSA },
  },
  RS256: {
    label: 'RSASSA-PKCS1-v1_5, 2048 bits, SHA-256',
    parameters: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', ...RSA },
  },
  ES256: { label: 'ECDSA, P-256, SHA-256', parameters: { name: 'ECDSA', namedCurve: 'P-256' } },
  ES384: { label: 'ECDSA, P-384, SHA-384', parameters: { name: 'ECDSA', namedCurve: 'P-384' } },
} as const satisfies Readonly<
  Record<string, { label: string; parameters: RsaHashedKeyGenParams | EcKeyGenParams }>
>;

type GeneratedAlgorithm = keyof typeof GENERATED_ALGORITHMS;

/** True when a key for this algorithm can be generated here. */
function isGeneratedAlgorithm(algorithm: string): algorithm is GeneratedAlgorithm {
  return Object.hasOwn(GENERATED_ALGORITHMS, algorithm);
}

/** Where time and ids come from. */
export interface GenerateContext {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** Generates a signing key whose private part cannot be exported; its kid is its thumbprint. Throws a {@link KeyError}. */
export async function generateKey(
  name: string,
  algorithm: string,
  { now, newId }: GenerateContext = { now: Date.now, newId: () => crypto.randomUUID() },
): Promise<StoredKey> {
  if (!isGeneratedAlgorithm(algorithm)) {
    throw new KeyError(
      'algorithm-unknown',
      `Keys for ${algorithm} cannot be generated here.`,
      `Choose ${Object.keys(GENERATED_ALGORITHMS).join(', ')}.`,
    );
  }
  const pair = await generatePair(algorithm);
  const exported = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const kid = await thumbprint(exported);
  return {
    id: newId(),
    name,
    kid,
    algorithm,
    createdAt: now(),
    publicJwk: { ...publicJwk(exported), kid, use: 'sig', alg: algorithm },
    privateKey: pair.privateKey,
  };
}

async function generatePair(algorithm: GeneratedAlgorithm): Promise<CryptoKeyPair> {
  const { parameters } = GENERATED_ALGORITHMS[algorithm];
  try {
    return (await crypto.subtle.generateKey(parameters, false, ['sign', 'verify'])) as CryptoKeyPair;
  } catch (cause) {
    throw new KeyError(
      'not-generated',
      `The browser did not generate a key for ${algorithm}.`,
      'Choose another algorithm, or try again.',
      cause,
    );
  }
}
