import { DerError, derChildren, derUnsigned, readDer, TAG } from './der.ts';
import { writePem } from './pem.ts';
import { PLACEHOLDER_SECRETS } from './placeholder-secrets.ts';
import type { SignedPart } from './signed-part.ts';
import { verifyBare } from './try-key.ts';
import type { TokenWarning } from './verify-types.ts';

/** Reads more out of a signature that did not verify: another salt length, or DER where R and S belong. */
export async function lookCloser(part: SignedPart, key: CryptoKey): Promise<TokenWarning | undefined> {
  if (part.entry.name === 'RSA-PSS') return findSalt(part, key);
  return part.entry.name === 'ECDSA' ? findDer(part, key) : undefined;
}

/** Tries every salt length that fits (RFC 8017 section 9.1.1), the common ones first. */
async function findSalt(part: SignedPart, key: CryptoKey): Promise<TokenWarning | undefined> {
  const { algorithm, entry, signature } = part;
  const digest = Number(entry.hash?.slice(4)) / 8;
  const longest = signature.length - digest - 2;
  const all = Array.from({ length: Math.max(0, longest + 1) }, (_, index) => index);
  for (const saltLength of new Set([longest, 0, 20, 32, 48, 64, ...all])) {
    if (saltLength === digest || saltLength < 0 || saltLength > longest) continue;
    if (!(await verifyBare(part, key, { saltLength }))) continue;
    return {
      code: 'pss-salt',
      message: `The signature verifies with a salt of ${saltLength} bytes; ${algorithm} wants ${digest}, the length of its hash.`,
      remedy: 'Set the salt length of the signer to the length of the digest (RFC 7518 section 3.5).',
    };
  }
  return undefined;
}

/** Many libraries write ECDSA signatures as DER; a JWS holds R and S side by side (RFC 7518 section 3.4). */
async function findDer(part: SignedPart, key: CryptoKey): Promise<TokenWarning | undefined> {
  const signature = derToRaw(part);
  if (!signature) return undefined;
  const matches = await verifyBare(part, key, { signature });
  return {
    code: 'der-signature',
    message: `The signature is encoded as DER${matches ? ' and would verify' : ''}; ${part.algorithm} puts R and S side by side.`,
    remedy: `Write R and S as ${part.entry.signatureBytes} bytes without DER (RFC 7518 section 3.4), such as dsaEncoding "ieee-p1363".`,
  };
}

function derToRaw({ signature, entry }: SignedPart): Uint8Array<ArrayBuffer> | undefined {
  const size = (entry.signatureBytes ?? 0) / 2;
  try {
    const numbers = derChildren(readDer(signature, TAG.sequence)).map(derUnsigned);
    const [r, s] = numbers;
    if (!r || !s || numbers.length !== 2 || r.length > size || s.length > size) return undefined;
    const raw = new Uint8Array(size * 2);
    raw.set(r, size - r.length);
    raw.set(s, size * 2 - s.length);
    return raw;
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

/** The published secret that a signature with HS256, HS384 or HS512 verifies with, or undefined. */
export async function findPlaceholder(part: SignedPart): Promise<TokenWarning | undefined> {
  if (part.signature.length !== part.entry.signatureBytes) return undefined;
  const encoder = new TextEncoder();
  const matches = await Promise.all(
    PLACEHOLDER_SECRETS.map((secret) => matchesSecret(part, encoder.encode(secret))),
  );
  const secret = PLACEHOLDER_SECRETS[matches.indexOf(true)];
  if (secret === undefined) return undefined;
  return {
    code: 'placeholder-secret',
    message: `The signature verifies with the published placeholder “${secret}”: anyone can make this token.`,
    remedy: 'Replace the secret with random bytes, and everything signed with it (RFC 8725 section 3.5).',
  };
}

/** True when a token was signed with the text of a public key as its secret, the attack that key confusion names. */
export async function isSignedWithPublicKey(
  part: SignedPart,
  jwk: JsonWebKey,
  text?: string,
): Promise<boolean> {
  const texts = new Set(text === undefined ? [] : [text, text.trim(), `${text.trim()}\n`]);
  const spki = await exportSpki(jwk);
  if (spki) {
    const pem = writePem('PUBLIC KEY', spki);
    texts.add(pem).add(pem.trimEnd());
  }
  const encoder = new TextEncoder();
  for (const candidate of texts) if (await matchesSecret(part, encoder.encode(candidate))) return true;
  return spki !== undefined && matchesSecret(part, spki);
}

async function exportSpki(jwk: JsonWebKey): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { kty, n, e, crv, x, y } = jwk;
  const parameters =
    kty === 'RSA'
      ? { name: 'RSA-PSS', hash: 'SHA-256' }
      : kty === 'EC'
        ? { name: 'ECDSA', namedCurve: crv }
        : { name: 'Ed25519' };
  const bare = kty === 'RSA' ? { kty, n, e } : kty === 'EC' ? { kty, crv, x, y } : { kty, crv, x };
  try {
    const key = await crypto.subtle.importKey(
      'jwk',
      bare as JsonWebKey,
      parameters as EcKeyImportParams,
      true,
      ['verify'],
    );
    return new Uint8Array(await crypto.subtle.exportKey('spki', key));
  } catch {
    return undefined;
  }
}

async function matchesSecret(part: SignedPart, secret: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const parameters = { name: 'HMAC', hash: part.entry.hash ?? 'SHA-256' };
  const key = await crypto.subtle
    .importKey('raw', secret, parameters, false, ['verify'])
    .catch(() => undefined);
  return key !== undefined && verifyBare(part, key);
}
