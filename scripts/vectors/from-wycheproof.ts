import type { JwkSet } from '../../lib/index.ts';
import type { Vector } from '../../tests/vectors/types.ts';

interface Group {
  readonly public?: JsonWebKey | JwkSet;
  readonly private: JsonWebKey | JwkSet;
  readonly tests: readonly {
    readonly tcId: number;
    readonly comment: string;
    readonly result: 'valid' | 'invalid' | 'acceptable';
    readonly jws?: string | object;
    readonly jwe?: string | object;
    /** Hexadecimal. */
    readonly pt?: string;
  }[];
}

/** The vectors of one file of Wycheproof's shape about JOSE: JWS are verified, JWE decrypted. */
export function fromWycheproof(path: string, value: object): readonly Vector[] {
  const { testGroups } = value as { readonly testGroups: readonly Group[] };
  return testGroups.flatMap((group) =>
    group.tests.flatMap(({ tcId, comment, result, jws, jwe, pt }): Vector[] => {
      if (result === 'acceptable') return [];
      const named = { id: `${path}#${tcId} ${comment}`, source: path };
      if (jws !== undefined) {
        const key = group.public ?? group.private;
        return [{ ...named, kind: result === 'valid' ? 'verify' : 'reject', token: textOf(jws), key }];
      }
      const key = group.private;
      if (result === 'invalid') return [{ ...named, kind: 'undecryptable', token: textOf(jwe), key }];
      const plaintext = pt === undefined ? undefined : Buffer.from(pt, 'hex').toString();
      return [
        {
          ...named,
          kind: 'decrypt',
          token: textOf(jwe),
          key,
          ...(plaintext === undefined ? {} : { plaintext }),
        },
      ];
    }),
  );
}

function textOf(token: string | object | undefined): string {
  return typeof token === 'string' ? token : JSON.stringify(token ?? '');
}
