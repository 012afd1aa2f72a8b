import { decodeJwt, jwtVerify, SignJWT } from 'jose';
import { decodeToken, signToken, verifyToken } from '../../../lib/index.ts';
import type { Row } from '../row.ts';
import { alternate } from './alternate.ts';

const KINDS = {
  RS256: {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  },
  PS256: { name: 'RSA-PSS', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
} as const;

const BARE = {
  RS256: { name: 'RSASSA-PKCS1-v1_5' },
  PS256: { name: 'RSA-PSS', saltLength: 32 },
  ES256: { name: 'ECDSA', hash: 'SHA-256' },
} as const;

const NOW = 1_800_000_000;
const CLAIMS = {
  iss: 'https://bank.example',
  aud: 'client',
  sub: '24400320',
  nonce: 'n-0S6_WzA2Mj',
  iat: NOW,
  exp: NOW + 300,
};

/** Decoding, verifying and signing beside jose and bare WebCrypto. */
export async function tokenRows(): Promise<readonly Row[]> {
  return [...(await decodeRows()), ...(await signRows())];
}

/** A signed token of about this many characters. */
export async function tokenOfLength(characters: number): Promise<string> {
  const { privateKey } = (await crypto.subtle.generateKey(KINDS.PS256, false, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
  const filler = 'x'.repeat(Math.max(0, Math.floor((characters - 700) * 0.75)));
  return signToken({ alg: 'PS256', kid: 'bench' }, { ...CLAIMS, filler }, privateKey);
}

const DECODE_BUDGET = { says: '≤ 2 × decodeJwt', keeps: (ratio: number) => ratio <= 2 };

async function decodeRows(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [name, length] of [
    ['1 KB', 1_000],
    ['4 KB', 4_000],
    ['100 KB', 100_000],
  ] as const) {
    // Never the same one twice in turn: what was decoded last is remembered.
    const tokens = await Promise.all([
      tokenOfLength(length),
      tokenOfLength(length + 4),
      tokenOfLength(length + 8),
    ]);
    let turn = 0;
    const next = (): string => tokens[turn++ % tokens.length] ?? '';
    rows.push(
      await alternate({
        what: `decode a ${name} token`,
        comparedWith: 'jose decodeJwt',
        ours: () => decodeToken(next()),
        theirs: () => decodeJwt(next()),
        ...(name === '4 KB' ? { budget: DECODE_BUDGET } : {}),
      }),
    );
  }
  return rows;
}

async function signRows(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const alg of ['PS256', 'RS256', 'ES256'] as const) {
    const pair = (await crypto.subtle.generateKey(KINDS[alg], false, ['sign', 'verify'])) as CryptoKeyPair;
    const header = { alg, kid: 'bench' };
    const token = await signToken(header, CLAIMS, pair.privateKey);
    const input = new TextEncoder().encode(token.slice(0, token.lastIndexOf('.')));
    const budget = { says: '≥ 90 % of its speed', keeps: (ratio: number) => 1 / ratio >= 0.9 };
    rows.push(
      await alternate({
        what: `sign ${alg}`,
        comparedWith: 'bare subtle.sign',
        ours: () => signToken(header, CLAIMS, pair.privateKey),
        theirs: () => crypto.subtle.sign(BARE[alg], pair.privateKey, input),
        budget,
      }),
      await alternate({
        what: `sign ${alg}`,
        comparedWith: 'jose SignJWT',
        ours: () => signToken(header, CLAIMS, pair.privateKey),
        theirs: () => new SignJWT(CLAIMS).setProtectedHeader(header).sign(pair.privateKey),
      }),
      await alternate({
        what: `verify ${alg}, with every check`,
        comparedWith: 'jose jwtVerify',
        ours: () => verifyToken(token, pair.publicKey, { now: NOW }),
        theirs: () => jwtVerify(token, pair.publicKey, { currentDate: new Date(NOW * 1000) }),
      }),
    );
  }
  return rows;
}
