import { importParameters, JWS_ALGORITHMS } from '../jwt/algorithms.ts';
import { readBase64url } from '../jwt/base64url.ts';

/** What WebCrypto is told about a key of an algorithm, and what the key may then do. */
export interface ImportAlgorithm {
  readonly kty: string;
  readonly crv?: readonly string[];
  /** Whether a secret of so many bits will do. */
  readonly fits?: (bits: number) => boolean;
  readonly parameters: (
    crv: string | undefined,
  ) => Algorithm | RsaHashedImportParams | EcKeyImportParams | HmacImportParams;
  readonly usages: Readonly<Record<'public' | 'private' | 'secret', readonly KeyUsage[]>>;
}

const SIGNING = Object.fromEntries(
  Object.entries(JWS_ALGORITHMS).map(([name, entry]): [string, ImportAlgorithm] => [
    name,
    {
      kty: entry.kty,
      ...(entry.crv === undefined ? {} : { crv: [entry.crv] }),
      ...(entry.kty === 'oct' ? { fits: (bits: number) => bits >= (entry.bits ?? 0) } : {}),
      parameters: () => importParameters(entry),
      usages: { public: ['verify'], private: ['sign'], secret: ['sign', 'verify'] },
    },
  ]),
);

const oaep = (hash: string): ImportAlgorithm => ({
  kty: 'RSA',
  parameters: () => ({ name: 'RSA-OAEP', hash }),
  usages: { public: ['encrypt', 'wrapKey'], private: ['decrypt', 'unwrapKey'], secret: [] },
});

const ecdh = (kty: 'EC' | 'OKP', crv: readonly string[]): ImportAlgorithm => ({
  kty,
  crv,
  parameters: (curve) => (kty === 'EC' ? { name: 'ECDH', namedCurve: curve ?? '' } : { name: 'X25519' }),
  usages: { public: [], private: ['deriveBits'], secret: [] },
});

const aes = (name: string, bits: number, secret: readonly KeyUsage[]): ImportAlgorithm => ({
  kty: 'oct',
  fits: (length) => length === bits,
  parameters: () => ({ name }),
  usages: { public: [], private: [], secret },
});

const SIZES = [128, 192, 256] as const;
const NIST = ['P-256', 'P-384', 'P-521'];
const AGREEMENTS = ['ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A256KW'] as const;

/** Algorithms for which a key is imported (RFC 7518 sections 3.1 and 4.1), first choices first. */
export const IMPORT_ALGORITHMS: readonly (readonly [string, ImportAlgorithm])[] = [
  ...Object.entries(SIGNING),
  ['RSA-OAEP-256', oaep('SHA-256')],
  ['RSA-OAEP', oaep('SHA-1')],
  ...AGREEMENTS.flatMap((name): (readonly [string, ImportAlgorithm])[] => [
    [name, ecdh('EC', NIST)],
    [name, ecdh('OKP', ['X25519'])],
  ]),
  ...SIZES.flatMap((bits): (readonly [string, ImportAlgorithm])[] => [
    [`A${bits}KW`, aes('AES-KW', bits, ['wrapKey', 'unwrapKey'])],
    [`A${bits}GCMKW`, aes('AES-GCM', bits, ['encrypt', 'decrypt'])],
    [`A${bits}GCM`, aes('AES-GCM', bits, ['encrypt', 'decrypt'])],
  ]),
];

/** The algorithms that a key can be used with, by its type, curve, `use` and `alg`; the first is the default. */
export function algorithmsFor(jwk: JsonWebKey): readonly (readonly [string, ImportAlgorithm])[] {
  const bits = (readBase64url(jwk.k ?? '').bytes?.length ?? 0) * 8;
  return IMPORT_ALGORITHMS.filter(([name, { kty, crv, usages, fits }]) => {
    if (jwk.kty !== kty || (crv !== undefined && !crv.includes(jwk.crv ?? ''))) return false;
    if (fits && !fits(bits)) return false;
    if (jwk.alg !== undefined && jwk.alg !== name) return false;
    return (
      jwk.use === undefined || (jwk.use === 'sig') === [...usages.public, ...usages.secret].includes('verify')
    );
  });
}
