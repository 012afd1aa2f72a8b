import { readBase64url } from '../jwt/base64url.ts';
import { jsonFault } from '../jwt/json-fault.ts';
import { jsonWords } from '../jwt/json-words.ts';
import type { Json } from '../jwt/types.ts';
import { ImportError } from './import-error.ts';

/** A JWK with the members of RFC 7517 section 4 that TypeScript's own type leaves out. */
export type Jwk = JsonWebKey & { readonly kid?: string; readonly x5c?: readonly string[] };

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  RSA: ['n', 'e'],
  EC: ['crv', 'x', 'y'],
  OKP: ['crv', 'x'],
  oct: ['k'],
};

/** Reads a JWK or a JWKS (RFC 7517 sections 4 and 5) from its JSON. Throws an {@link ImportError}. */
export function readJwks(text: string): readonly Jwk[] {
  const value = parse(text);
  if (!isObject(value)) {
    throw new ImportError(
      'not-a-jwk',
      'This is JSON, but not an object.',
      'Paste a JWK, which begins with “{”.',
    );
  }
  if (!('keys' in value)) return [checkJwk(value, 'The JWK')];
  if (!Array.isArray(value.keys) || value.keys.length === 0) {
    throw new ImportError(
      'empty-set',
      'This is a JWKS without a key.',
      'Paste a set that has a key in “keys”.',
    );
  }
  return value.keys.map((jwk, index) => checkJwk(jwk, `Key ${index + 1} of the JWKS`));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ImportError(
      'not-json',
      `This begins like JSON, but is not: ${jsonFault(text)?.reason ?? 'it nests too deeply'}.`,
      'Copy the JWK whole.',
      cause,
    );
  }
}

function checkJwk(value: unknown, what: string): Jwk {
  if (!isObject(value))
    throw new ImportError('not-a-jwk', `${what} is no object.`, 'Paste a JWK (RFC 7517 section 4).');
  const { kty } = value;
  const required = typeof kty === 'string' && Object.hasOwn(REQUIRED, kty) ? REQUIRED[kty] : undefined;
  if (!required) {
    throw new ImportError(
      kty === undefined ? 'not-a-jwk' : 'type-unknown',
      kty === undefined
        ? `${what} has no kty.`
        : `${what} has the key type ${jsonWords(kty as Json).slice(0, 40)}.`,
      'Use a key whose kty is RSA, EC, OKP or oct (RFC 7518 section 6.1).',
    );
  }
  for (const name of required) {
    const member = value[name];
    if (typeof member !== 'string' || member === '') {
      throw new ImportError(
        'damaged',
        `${what} has no ${name}.`,
        `Copy the key whole (RFC 7518 section 6): a ${kty} key needs ${required.join(', ')}.`,
      );
    }
    if (name !== 'crv' && readBase64url(member).failure !== undefined) {
      throw new ImportError(
        'damaged',
        `The member ${name} of ${what.toLowerCase()} is not base64url.`,
        'Write it with A–Z, a–z, 0–9, “-” and “_”, without “=” (RFC 7518 section 6).',
      );
    }
  }
  return value as Jwk;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
