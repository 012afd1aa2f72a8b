import { writePem } from '../jwt/pem.ts';
import { algorithmsFor } from './import-algorithms.ts';
import { KeyError } from './key-error.ts';
import { type PublicJwk, publicJwk } from './public-jwks.ts';
import { thumbprint } from './thumbprint.ts';

/** Members of a key that its public side keeps (RFC 7517 section 4, RFC 7518 section 6). */
const KEPT = ['kty', 'crv', 'x', 'y', 'n', 'e', 'kid', 'use', 'alg'] as const;

/** The public side of a key as a JWK with a kid, its thumbprint when it has none. Throws a {@link KeyError}. */
export async function exportJwk(key: JsonWebKey | CryptoKey): Promise<PublicJwk> {
  const source = key instanceof CryptoKey ? await fromCryptoKey(key) : key;
  const members = source as Readonly<Record<string, unknown>>;
  const kept = Object.fromEntries(
    KEPT.filter((name) => members[name] !== undefined).map((name) => [name, members[name]]),
  );
  const open = publicJwk(kept as JsonWebKey);
  return { ...open, kid: open.kid ?? (await thumbprint(open)) };
}

/** The public sides of keys as a JWKS (RFC 7517 section 5). Throws a {@link KeyError}. */
export async function exportJwks(
  keys: readonly (JsonWebKey | CryptoKey)[],
): Promise<{ readonly keys: readonly PublicJwk[] }> {
  return { keys: await Promise.all(keys.map(exportJwk)) };
}

/** The public side of a key as SPKI in PEM (RFC 7468 section 13). Throws a {@link KeyError}. */
export async function exportSpkiPem(key: JsonWebKey | CryptoKey): Promise<string> {
  const { kid, use, alg, ...material } = await exportJwk(key);
  const [, entry] = algorithmsFor(material)[0] ?? [];
  try {
    if (!entry) throw new TypeError(`No algorithm for ${material.kty}.`);
    const parameters = entry.parameters(material.crv);
    const imported = await crypto.subtle.importKey('jwk', { ...material }, parameters, true, [
      ...entry.usages.public,
    ]);
    return writePem('PUBLIC KEY', new Uint8Array(await crypto.subtle.exportKey('spki', imported)));
  } catch (cause) {
    throw new KeyError(
      'not-a-key',
      'The public key could not be written as PEM: its numbers are damaged or its type is not known.',
      'Check the key, or copy it as a JWK.',
      cause,
    );
  }
}

async function fromCryptoKey(key: CryptoKey): Promise<JsonWebKey> {
  if (key.type === 'public' || key.extractable) {
    const { key_ops, ext, alg, ...jwk } = await crypto.subtle.exportKey('jwk', key);
    return jwk;
  }
  throw new KeyError(
    key.type === 'secret' ? 'symmetric-key' : 'private-member',
    'This private key cannot be exported, and its public side is not part of it.',
    'Use the public key that was kept beside it.',
  );
}
