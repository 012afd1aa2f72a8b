import { KeyError } from './key-error.ts';

/** Members that only a private or symmetric key has (RFC 7518 section 6). */
export const PRIVATE_MEMBERS: readonly string[] = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'];

/** Members of a public key, by type (RFC 7518 section 6, RFC 8037 section 2), in the order in which they are written. */
const PUBLIC_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  RSA: ['n', 'e'],
  EC: ['crv', 'x', 'y'],
  OKP: ['crv', 'x'],
};

/** Members that describe any key (RFC 7517 section 4). */
const COMMON_MEMBERS = ['kid', 'use', 'alg'] as const;

/** A public key for publishing. */
export type PublicJwk = Readonly<Record<string, string>> & { readonly kty: string };

/**
 * The public members of a public key and nothing else. Refuses a key that has private ones: that it came this far is
 * what its owner must know.
 */
export function publicJwk(jwk: JsonWebKey & { readonly kid?: string }): PublicJwk {
  const { kty } = jwk;
  const leaked = PRIVATE_MEMBERS.find((name) => Object.hasOwn(jwk, name));
  if (kty === 'oct') {
    throw new KeyError(
      'symmetric-key',
      'A symmetric key has no public part.',
      'Publish the public part of an RSA or EC key; keep this one secret.',
    );
  }
  if (leaked !== undefined) {
    throw new KeyError(
      'private-member',
      `The key has the private member ${leaked}.`,
      'Publish its public part only; replace the key if this form of it has left your machine.',
    );
  }
  const members = kty !== undefined && Object.hasOwn(PUBLIC_MEMBERS, kty) ? PUBLIC_MEMBERS[kty] : undefined;
  if (kty === undefined || !members) {
    throw new KeyError(
      'not-a-key',
      `The key type ${kty ?? '(none)'} is not known.`,
      'Use RSA, EC or OKP (RFC 7517 section 4.1).',
    );
  }
  const source = jwk as Readonly<Record<string, unknown>>;
  const published: Record<string, string> = { kty };
  for (const name of [...members, ...COMMON_MEMBERS]) {
    const value = source[name];
    if (typeof value === 'string') published[name] = value;
    else if (members.includes(name)) {
      throw new KeyError(
        'not-a-key',
        `The ${kty} key has no ${name}.`,
        'Copy the key whole (RFC 7518 section 6).',
      );
    }
  }
  return published as PublicJwk;
}

/** A set of public keys (RFC 7517 section 5), refusing private ones as {@link publicJwk} does. */
export function publicJwks(keys: readonly (JsonWebKey & { readonly kid?: string })[]): {
  readonly keys: readonly PublicJwk[];
} {
  return { keys: keys.map(publicJwk) };
}
