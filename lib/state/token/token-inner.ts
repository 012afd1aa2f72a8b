import type { DecodedToken } from '../../jwt/types.ts';

/** A token inside of another one. */
export interface InnerToken {
  /** Indexes from the outer token down, joined by dots: unique, and never empty. */
  readonly key: string;
  /** Where it stands: names of claims from the payload down; `payload` when the payload itself is the token. */
  readonly path: string;
  /** 1 for a token directly inside the outer one. */
  readonly depth: number;
}

/** Lists the tokens inside of a token, each followed by what is inside of it. */
export function listInnerTokens(decoded: DecodedToken, above = '', depth = 1): readonly InnerToken[] {
  return (decoded.nested ?? []).flatMap(({ path, decoded: inner }, index) => {
    const key = above === '' ? String(index) : `${above}.${index}`;
    return [{ key, path: path === '' ? 'payload' : path, depth }, ...listInnerTokens(inner, key, depth + 1)];
  });
}

/** The inner token of a key, or undefined when there is none. */
export function innerToken(decoded: DecodedToken, key: string): DecodedToken | undefined {
  if (key === '') return undefined;
  return key
    .split('.')
    .reduce<DecodedToken | undefined>((outer, index) => outer?.nested?.[Number(index)]?.decoded, decoded);
}
