import { readBase64url } from '../jwt/base64url.ts';
import { bitLength } from '../jwt/bit-length.ts';
import { describeKey } from '../jwt/incompatible-key.ts';
import { looksLikePem } from '../jwt/pem.ts';
import type { Certificate } from './certificate.ts';
import { algorithmsFor, type ImportAlgorithm } from './import-algorithms.ts';
import { ImportError } from './import-error.ts';
import { type Jwk, readJwks } from './import-jwk.ts';
import { importPem, type KeyFormat } from './import-pem.ts';
import { pkcs8FromJwk } from './pem-write.ts';
import { thumbprint } from './thumbprint.ts';

/** How a key is to be imported. */
export interface ImportOptions {
  /** JWS or JWE algorithm; the key's own `alg`, or the first that its type has, when it is absent. */
  readonly algorithm?: string;
  readonly passphrase?: string;
  /** Lets the private key be exported again. False when it is absent. */
  readonly extractable?: boolean;
}

/** A key ready for use. */
export interface ImportedKey {
  readonly format: KeyFormat;
  readonly type: 'public' | 'private' | 'secret';
  readonly key: CryptoKey;
  /** What the key was imported for. */
  readonly algorithm: string;
  /** Everything that a key of its type could be imported for. */
  readonly algorithms: readonly string[];
  /** Its `kid`, or its thumbprint (RFC 7638). */
  readonly kid: string;
  /** The public members; absent for a secret. */
  readonly publicJwk?: JsonWebKey & { readonly kid: string };
  readonly certificate?: Certificate;
  /** The issuers of that certificate that stood beside it, nearest first. */
  readonly issuers?: readonly Certificate[];
}

/**
 * Imports one pasted key: PEM, JWK, or a JWKS that holds a single key. Private keys cannot be exported again unless that is
 * asked for. Throws an {@link ImportError}.
 */
export async function importKey(text: string, options: ImportOptions = {}): Promise<ImportedKey> {
  const [first, ...more] = await importKeys(text, options);
  if (first && more.length === 0) return first;
  throw new ImportError(
    'several-keys',
    `This is a JWKS with ${more.length + 1} keys.`,
    'Choose one of them.',
  );
}

/** Imports every key of a pasted text, as {@link importKey} does one. Throws an {@link ImportError} for the first bad one. */
export async function importKeys(text: string, options: ImportOptions = {}): Promise<readonly ImportedKey[]> {
  const trimmed = text.trim();
  if (trimmed === '')
    throw new ImportError('empty', 'There is no text.', 'Paste a PEM key, a certificate, a JWK or a JWKS.');
  if (looksLikePem(trimmed)) {
    const { format, jwk, certificate } = await importPem(trimmed, options.passphrase);
    return [{ ...(await importOne(jwk, format, options)), ...(certificate ? { certificate } : {}) }];
  }
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
    const jwks = readJwks(trimmed);
    const format = 'keys' in (JSON.parse(trimmed) as object) ? 'JWKS' : 'JWK';
    return Promise.all(jwks.map((jwk) => importOne(jwk, format, options)));
  }
  throw unknownFormat(trimmed);
}

function unknownFormat(text: string): ImportError {
  const known = /^(?:ssh-(?:rsa|ed25519)|ecdsa-sha2-\S+) /.test(text);
  if (known)
    return new ImportError(
      'ssh-key',
      'This is a public key of OpenSSH.',
      'Convert it: ssh-keygen -e -m PKCS8 -f key.pub.',
    );
  const token = /^ey[\w-]+\.[\w-]*\./.test(text);
  return new ImportError(
    'unknown-format',
    token ? 'This is a token, not a key.' : 'This is neither PEM nor JSON.',
    'Paste a PEM key, a certificate, a JWK or a JWKS.',
  );
}

async function importOne(jwk: Jwk, format: KeyFormat, options: ImportOptions): Promise<ImportedKey> {
  const fitting = algorithmsFor(jwk);
  const algorithms = [...new Set(fitting.map(([name]) => name))];
  const [name, entry] = fitting.find(([candidate]) => candidate === (options.algorithm ?? candidate)) ?? [];
  if (name === undefined || !entry) throw misfit(jwk, options.algorithm, algorithms);
  checkLength(jwk, name);
  const type = jwk.kty === 'oct' ? 'secret' : jwk.d === undefined ? 'public' : 'private';
  const whole =
    type === 'private' && jwk.x === undefined && jwk.n === undefined ? await completed(jwk, entry) : jwk;
  const key = await importFor(whole, entry, type, options.extractable ?? type === 'public');
  if (type === 'secret')
    return { format, type, key, algorithm: name, algorithms, kid: jwk.kid ?? (await thumbprint(jwk)) };
  const { kty, crv, x, y, n, e } = whole;
  const open = Object.fromEntries(
    Object.entries({ kty, crv, x, y, n, e }).filter(([, value]) => value !== undefined),
  );
  const kid = jwk.kid ?? (await thumbprint(open));
  return { format, type, key, algorithm: name, algorithms, kid, publicJwk: { ...open, kid } };
}

function misfit(jwk: Jwk, wanted: string | undefined, algorithms: readonly string[]): ImportError {
  const { kty, alg, use } = jwk;
  const what = [describeKey(jwk), alg && `with alg ${alg}`, use && `for use ${use}`]
    .filter(Boolean)
    .join(' ');
  if (wanted !== undefined && algorithms.length > 0) {
    return new ImportError(
      'algorithm-misfit',
      `This is ${what}; ${wanted} needs another one.`,
      `Use it with ${algorithms.join(', ')}.`,
    );
  }
  if (kty === 'oct')
    return tooShort('a secret', (readBase64url(jwk.k ?? '').bytes?.length ?? 0) * 8, alg ?? 'HS256');
  return new ImportError(
    kty === 'RSA' ? 'algorithm-misfit' : 'curve-unknown',
    `This is ${what}, which is not supported.`,
    'Use RSA, P-256, P-384, P-521, Ed25519 or X25519, with an algorithm of that type.',
  );
}

function checkLength({ kty, n }: Jwk, algorithm: string): void {
  const bits = bitLength(readBase64url(n ?? '').bytes);
  if (kty === 'RSA' && bits < 2048) throw tooShort('an RSA key', bits, algorithm);
}

function tooShort(what: string, bits: number, algorithm: string): ImportError {
  return new ImportError(
    'key-too-short',
    `This is ${what} of ${bits} bits, which does not do for ${algorithm}.`,
    'Use 2048 bits or more for RSA, and as many as the hash has for a secret (RFC 7518 sections 3.2 and 3.3).',
  );
}

async function importFor(
  jwk: Jwk,
  entry: ImportAlgorithm,
  type: ImportedKey['type'],
  extractable: boolean,
): Promise<CryptoKey> {
  const { kid, x5c, alg, use, key_ops, ext, ...material } = jwk;
  try {
    return await crypto.subtle.importKey('jwk', material, entry.parameters(jwk.crv), extractable, [
      ...entry.usages[type],
    ]);
  } catch (cause) {
    throw notImported(cause);
  }
}

/** PKCS #8 and SEC 1 may leave the public half out; WebCrypto computes it. */
async function completed(jwk: Jwk, entry: ImportAlgorithm): Promise<Jwk> {
  try {
    const key = await crypto.subtle.importKey('pkcs8', pkcs8FromJwk(jwk), entry.parameters(jwk.crv), true, [
      ...entry.usages.private,
    ]);
    const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', key);
    return Object.fromEntries(
      Object.entries({ kty, crv, x, y, d }).filter(([, value]) => value !== undefined),
    );
  } catch (cause) {
    throw notImported(cause);
  }
}

function notImported(cause: unknown): ImportError {
  return new ImportError(
    'not-imported',
    'The key has the right form, but its numbers do not belong together or this browser does not know its type.',
    'Export the key again, or choose another type of key.',
    cause,
  );
}
