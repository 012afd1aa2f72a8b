import type { JwkSet } from '../../lib/index.ts';
import type { Vector } from '../../tests/vectors/types.ts';

interface Example {
  readonly kty?: string;
  readonly input?: {
    readonly payload?: string;
    readonly plaintext?: string;
    readonly key?: JsonWebKey | readonly JsonWebKey[];
    readonly pwd?: string;
  };
  readonly signing?: unknown;
  readonly output?: Readonly<Record<string, unknown>>;
  readonly sign?: Example;
  readonly encrypt?: Example;
}

/** The vectors of one file of the RFC 7520 cookbook's shape: a key, or an example in each of its serialisations. */
export function fromCookbook(id: string, value: object): readonly Vector[] {
  const example = value as Example;
  if (example.kty !== undefined) return [keyVector(id, example as JsonWebKey)];
  if (example.sign && example.encrypt) {
    return [...fromCookbook(`${id}#sign`, example.sign), ...fromCookbook(`${id}#encrypt`, example.encrypt)];
  }
  return Object.entries(example.output ?? {}).flatMap(([form, output]) => {
    const token = typeof output === 'string' ? output : JSON.stringify(output);
    const { key, pwd } = example.input ?? {};
    const keys = key === undefined ? [passwordKey(pwd ?? '')] : Array.isArray(key) ? key : [key];
    const named = (index: number): string => `${id}#${form}${keys.length > 1 ? `#${index + 1}` : ''}`;
    return keys.map((one: JsonWebKey, index) => vectorOf(named(index), id, token, one, example));
  });
}

function vectorOf(
  id: string,
  source: string,
  token: string,
  key: JsonWebKey,
  { signing, input }: Example,
): Vector {
  if (!signing)
    return {
      id,
      source,
      kind: 'decrypt',
      token,
      key,
      ...(input?.plaintext === undefined ? {} : { plaintext: input.plaintext }),
    };
  const kind = lacksCrit(token) ? 'reject' : 'verify';
  return {
    id,
    source,
    kind,
    token,
    key,
    ...(input?.payload === undefined ? {} : { options: { payload: input.payload } }),
  };
}

/** A published token with b64 but without crit is to be rejected (RFC 7797 section 6). */
function lacksCrit(token: string): boolean {
  const match = /eyJ[\w-]+/.exec(token);
  const header = JSON.parse(Buffer.from(match?.[0] ?? 'e30', 'base64url').toString()) as {
    b64?: boolean;
    crit?: unknown;
  };
  return header.b64 === false && header.crit === undefined;
}

/** A password as the key that PBES2 takes. */
export function passwordKey(password: string): JsonWebKey {
  return { kty: 'oct', k: Buffer.from(password).toString('base64url') };
}

/** A vector that imports a key. */
export function keyVector(id: string, jwk: JsonWebKey): Vector {
  const type = jwk.kty === 'oct' ? 'secret' : jwk.d === undefined ? 'public' : 'private';
  return { id, source: id, kind: 'import', text: JSON.stringify(jwk), type, kty: jwk.kty ?? '' };
}

/** The keys of a JWK or of a JWKS. */
export function keysOf(value: JsonWebKey | JwkSet): readonly JsonWebKey[] {
  return 'keys' in value ? value.keys : [value];
}
