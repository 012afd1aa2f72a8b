import { algorithmsFor } from '../../keys/import-algorithms.ts';
import type { ImportedKey } from '../../keys/import-key.ts';
import type { KeyRecord } from '../../keys/types.ts';

/** What a record has beside what the imported key brings. */
interface RecordFacts {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly source: string;
}

/** The record under which an imported key is kept. */
export function recordOf(imported: ImportedKey, { id, name, createdAt, source }: RecordFacts): KeyRecord {
  const { type, key, algorithm, kid, publicJwk, certificate, issuers = [] } = imported;
  const facts = {
    id,
    name,
    kid,
    algorithm,
    createdAt,
    source,
    ...(certificate ? { certificate } : {}),
    ...(issuers.length > 0 ? { issuers } : {}),
  };
  if (type === 'secret' || !publicJwk) return { ...facts, secretKey: key };
  const open = { ...publicJwk, use: useOf(publicJwk, algorithm), alg: algorithm };
  return type === 'private' ? { ...facts, publicJwk: open, privateKey: key } : { ...facts, publicJwk: open };
}

/** `sig` or `enc` (RFC 7517 section 4.2). */
function useOf(jwk: JsonWebKey, algorithm: string): 'sig' | 'enc' {
  const { kty, crv } = jwk;
  const [, entry] = algorithmsFor({ kty, crv, alg: algorithm } as JsonWebKey)[0] ?? [];
  return entry?.usages.public.includes('verify') ? 'sig' : 'enc';
}
