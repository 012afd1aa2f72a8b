import { readBase64url } from './base64url.ts';
import { describeKey } from './incompatible-key.ts';
import { looksLikePem, readPem } from './pem.ts';
import { certificateSpki, rsaPublicToJwk, spkiToJwk } from './spki.ts';
import type { JwkSet, SecretText, VerifyKey } from './verify-types.ts';

/** One key that a token may be verified with. */
export interface Candidate {
  /** For people; never key material. */
  readonly label: string;
  readonly kid?: string;
  readonly material:
    | { readonly jwk: JsonWebKey }
    | { readonly secret: Uint8Array }
    | { readonly cryptoKey: CryptoKey };
}

/** The keys in what was given, or a sentence about why there is none. */
export interface ReadKeys {
  readonly candidates: readonly Candidate[];
  /** They came as a set: `kid` chooses. */
  readonly isSet: boolean;
  readonly fault?: string;
}

/** Keys of one set that are read. */
export const MAX_KEYS = 200;

/** Reads what was given as a key. Never throws. */
export function readVerifyKey(key: VerifyKey): ReadKeys {
  if (key === undefined || key === null) return none('No key was given.');
  if (key instanceof Uint8Array) return fromSecret(key);
  if (key instanceof CryptoKey)
    return one({ label: `a ${key.algorithm.name} key`, material: { cryptoKey: key } });
  if (typeof key === 'string') return fromText(key);
  if ('secret' in key) return fromEncoded(key);
  return 'keys' in key ? fromSet(key) : fromJwk(key);
}

const none = (fault: string): ReadKeys => ({ candidates: [], isSet: false, fault });
const one = (candidate: Candidate): ReadKeys => ({ candidates: [candidate], isSet: false });

function fromSecret(secret: Uint8Array): ReadKeys {
  if (secret.length === 0) return none('The secret is empty.');
  return one({ label: `the secret (${secret.length} bytes)`, material: { secret } });
}

function fromText(text: string): ReadKeys {
  if (looksLikePem(text)) return fromPem(text);
  if (/^\s*\{/.test(text)) {
    try {
      const value = JSON.parse(text) as unknown;
      if (typeof value === 'object' && value !== null && ('kty' in value || 'keys' in value)) {
        return 'keys' in value ? fromSet(value as JwkSet) : fromJwk(value as JsonWebKey);
      }
    } catch {
      // Then it is a secret.
    }
  }
  return fromSecret(new TextEncoder().encode(text));
}

function fromEncoded({ secret, encoding }: SecretText): ReadKeys {
  if (encoding === 'text') return fromSecret(new TextEncoder().encode(secret));
  if (encoding === 'hex') {
    if (!/^(?:[0-9a-f]{2})*$/i.test(secret)) return none('The secret is not hexadecimal.');
    return fromSecret(Uint8Array.from(secret.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
  }
  const { bytes, failure } = readBase64url(secret);
  return bytes && failure === undefined ? fromSecret(bytes) : none('The secret is not base64url.');
}

function fromJwk(jwk: JsonWebKey): ReadKeys {
  return one(candidateOf(jwk, 'the key'));
}

function candidateOf(jwk: JsonWebKey, name: string): Candidate {
  const { kid } = jwk as { kid?: unknown };
  return {
    label: `${name} (${describeKey(jwk)})`,
    ...(typeof kid === 'string' ? { kid } : {}),
    material: { jwk },
  };
}

/** A set must not mix shared secrets with public keys, nor name two keys alike: either lets a token choose wrongly. */
function fromSet({ keys }: JwkSet): ReadKeys {
  const usable = Array.isArray(keys)
    ? keys.filter((entry) => typeof entry === 'object' && entry !== null)
    : [];
  if (usable.length === 0) return none('The set has no key.');
  if (usable.length > MAX_KEYS)
    return none(`The set has ${usable.length} keys; at most ${MAX_KEYS} are read.`);
  const symmetric = usable.filter((jwk) => jwk.kty === 'oct').length;
  if (symmetric > 0 && symmetric < usable.length) {
    return none(
      'The set holds a shared secret beside public keys: whoever can read it can sign (RFC 8725 section 3.1).',
    );
  }
  const kids = usable.flatMap((jwk: { kid?: unknown }) => (typeof jwk.kid === 'string' ? [jwk.kid] : []));
  const repeated = kids.find((kid, index) => kids.indexOf(kid) !== index);
  if (repeated !== undefined)
    return none(`The set has more than one key with the kid “${repeated}” (RFC 7517 section 4.5).`);
  const candidates = usable.map((jwk, index) => candidateOf(jwk, `key ${index + 1} of ${usable.length}`));
  return { candidates, isSet: true };
}

/** How the public key is read out of a block, by its label (RFC 7468). */
const PUBLIC_BLOCKS: Readonly<Record<string, (bytes: Uint8Array<ArrayBuffer>) => JsonWebKey>> = {
  'PUBLIC KEY': spkiToJwk,
  'RSA PUBLIC KEY': rsaPublicToJwk,
  CERTIFICATE: (bytes) => spkiToJwk(certificateSpki(bytes)),
};

/** The first block is the key: in a chain of certificates it is the one that the others vouch for. */
function fromPem(text: string): ReadKeys {
  const [block] = readPem(text);
  const read = block && PUBLIC_BLOCKS[block.label];
  if (!block) return none('The PEM text has no block.');
  if (!read)
    return none(
      `The PEM text holds “${block.label}”; a token is verified with a public key or a certificate.`,
    );
  try {
    if (!block.bytes) return none(`The PEM block “${block.label}” is cut off or no base64.`);
    return one(
      candidateOf(
        read(block.bytes),
        block.label === 'CERTIFICATE' ? 'the key of the certificate' : 'the key',
      ),
    );
  } catch (error) {
    return none(`The PEM block “${block.label}” cannot be read: ${(error as Error).message}`);
  }
}
