import { CompactEncrypt, exportJWK, generateKeyPair } from 'jose';
import { JWS_ALGORITHMS } from '../../lib/jwt/algorithms.ts';
import { CONTENT_ENCRYPTIONS, JWE_ALGORITHMS } from '../../lib/jwt/jwe-algorithms.ts';
import type { DecryptVector, SignVector, Vector } from './types.ts';

const PLAINTEXT = 'One for each algorithm.';
const CURVES = ['P-256', 'P-384', 'P-521', 'X25519'] as const;

/** One vector for each algorithm known here, named like it, with keys regenerated. For a platform with all of them. */
export async function everyAlgorithm(): Promise<readonly Vector[]> {
  const rsa = await keyFor('RSA-OAEP');
  const signed = Object.keys(JWS_ALGORITHMS).map((alg) => signVector(alg, rsa));
  const managed = Object.keys(JWE_ALGORITHMS)
    .filter((alg) => alg !== 'dir')
    .map(async (alg) => decryptVector(alg, alg, 'A256GCM', await managementKey(alg, rsa)));
  const contents = Object.entries(CONTENT_ENCRYPTIONS).map(([enc, bits]) =>
    decryptVector(enc, 'dir', enc, secret(bits)),
  );
  const curves = CURVES.map(async (crv) =>
    decryptVector(`ECDH-ES ${crv}`, 'ECDH-ES', 'A256GCM', await keyFor('ECDH-ES', crv)),
  );
  return Promise.all([...signed, ...managed, ...contents, ...curves]);
}

async function signVector(alg: string, rsa: JsonWebKey): Promise<SignVector> {
  const { kty, minimumBits = 0 } = { minimumBits: 512, ...JWS_ALGORITHMS[alg] };
  const key = kty === 'RSA' ? rsa : kty === 'oct' ? secret(minimumBits) : await keyFor(alg);
  return { id: alg, source: 'made anew', kind: 'sign', header: { alg }, claims: { sub: PLAINTEXT }, key };
}

async function decryptVector(id: string, alg: string, enc: string, key: JsonWebKey): Promise<DecryptVector> {
  const { d, p, q, dp, dq, qi, ...open } = key;
  const encrypting = alg.startsWith('PBES2') ? Buffer.from(key.k ?? '', 'base64url') : open;
  const token = await new CompactEncrypt(Buffer.from(PLAINTEXT))
    .setProtectedHeader({ alg, enc })
    .encrypt(encrypting);
  return { id, source: 'made anew', kind: 'decrypt', token, key, plaintext: PLAINTEXT };
}

function managementKey(alg: string, rsa: JsonWebKey): JsonWebKey | Promise<JsonWebKey> {
  const { kty, bits = 256 } = { bits: 256, ...JWE_ALGORITHMS[alg] };
  if (kty?.includes('RSA')) return rsa;
  return kty?.includes('oct') ? secret(bits) : keyFor(alg, 'P-256');
}

function secret(bits: number): JsonWebKey {
  const bytes = crypto.getRandomValues(new Uint8Array(bits / 8));
  return { kty: 'oct', k: Buffer.from(bytes).toString('base64url') };
}

async function keyFor(alg: string, crv?: string): Promise<JsonWebKey> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true, ...(crv ? { crv } : {}) });
  return (await exportJWK(privateKey)) as JsonWebKey;
}
