import { Buffer } from 'node:buffer';
import { constants, type KeyObject, verify } from 'node:crypto';
import { type CryptoKey, compactDecrypt } from 'jose';
import { isObject, parseJson } from '../jwk-sets.ts';
import { ObpError } from './errors.ts';

/** The claims without which OBP takes a token for corrupted; it looks at no others, not even times. */
export interface DauthClaims {
  readonly smart_contract_address: string;
  readonly network_name: string;
  readonly consumer_key: string;
}

const PADDINGS = { RS: constants.RSA_PKCS1_PADDING, PS: constants.RSA_PKCS1_PSS_PADDING } as const;

/** Verifies a signed token; undefined when OBP calls it corrupted. */
export function verifySigned(token: string, publicKey: KeyObject | undefined): DauthClaims | undefined {
  if (publicKey === undefined) {
    throw unknownError('No public key is registered at this sandbox: PUT /sandbox/public-key.');
  }
  const [header = '', payload = '', signature = '', ...more] = token.split('.');
  const { alg } = readObject(header) ?? {};
  if (typeof alg !== 'string' || signature === '' || more.length > 0) {
    throw unknownError('The header value is not a signed JWT.');
  }
  const [, family, bits] = /^(RS|PS)(256|384|512)$/.exec(alg) ?? [];
  if (family === undefined) throw unknownError(`The algorithm ${alg} is not one for RSA keys.`);
  const key = {
    key: publicKey,
    padding: PADDINGS[family as keyof typeof PADDINGS],
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  };
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify(`sha${bits}`, signed, key, Buffer.from(signature, 'base64url'))) return undefined;
  return readClaims(readObject(payload));
}

/** Decrypts an encrypted token; undefined when OBP calls it corrupted. */
export async function decrypt(token: string, privateKey: CryptoKey): Promise<DauthClaims | undefined> {
  const algorithms = {
    keyManagementAlgorithms: ['RSA-OAEP-256'],
    contentEncryptionAlgorithms: ['A128GCM'],
  };
  const plaintext = await compactDecrypt(token, privateKey, algorithms).then(
    (decrypted) => new TextDecoder().decode(decrypted.plaintext),
    () => undefined,
  );
  if (plaintext === undefined) {
    throw unknownError('The header value is not a JWE for the key of GET /sandbox/encryption-key.');
  }
  return readClaims(parseJson(plaintext));
}

const unknownError = (detail: string): ObpError => new ObpError(500, 'OBP-20067', detail);

function readObject(segment: string): Record<string, unknown> | undefined {
  const value = parseJson(Buffer.from(segment, 'base64url').toString('utf8'));
  return isObject(value) ? value : undefined;
}

function readClaims(claims: unknown): DauthClaims | undefined {
  if (!isObject(claims)) return undefined;
  const { smart_contract_address, network_name, consumer_key } = claims;
  if (typeof smart_contract_address !== 'string' || typeof network_name !== 'string') return undefined;
  return typeof consumer_key === 'string'
    ? { smart_contract_address, network_name, consumer_key }
    : undefined;
}
