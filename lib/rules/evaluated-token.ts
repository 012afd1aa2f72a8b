import { type FoundToken, tokensOf } from '../flow/tokens.ts';
import type { Flow } from '../flow/types.ts';
import { decodeToken } from '../jwt/decode.ts';
import type { DecodedToken } from '../jwt/types.ts';
import type { Finding } from './types.ts';

/** What a token is for; what must hold of it depends on that. */
export type TokenKind =
  | 'request object'
  | 'id_token'
  | 'response token'
  | 'client assertion'
  | 'access token'
  | 'DAuth token'
  | 'token';

/** A token with what it is and where it stood. */
export interface EvaluatedToken {
  readonly token: string;
  readonly decoded: DecodedToken;
  readonly kind: TokenKind;
  /** Begins a sentence: `The request object`. */
  readonly title: string;
  readonly at: Finding['at'];
  /** True for a token of the provider's own, in which nothing is worse than a warning. */
  readonly foreign?: true;
}

const BY_NAME: Readonly<Record<string, TokenKind>> = {
  request: 'request object',
  id_token: 'id_token',
  id_token_hint: 'id_token',
  response: 'response token',
  client_assertion: 'client assertion',
  access_token: 'access token',
  refresh_token: 'access token',
};

/** Every token of a flow. */
export function evaluatedTokens(flow: Flow): readonly EvaluatedToken[] {
  const named = brokenOnes(flow);
  const found = tokensOf(flow)
    .filter(({ token }) => !named.some((one) => one.decoded.token === token))
    .map(fromFound);
  return [...named, ...found];
}

/** A token by itself, such as one that was pasted; what it is for is told by its claims. */
export function tokenAlone(decoded: DecodedToken, kind: TokenKind = kindByClaims(decoded)): EvaluatedToken {
  return { token: decoded.token, decoded, kind, title: `The ${kind}`, at: { part: 'token' } };
}

/** Parameters that must be a token and are not quite one: cut short, or with something before or after. */
function brokenOnes({ request, callback }: Flow): readonly EvaluatedToken[] {
  const places = [
    { part: 'request' as const, name: 'request', value: request?.values.request?.value },
    { part: 'callback' as const, name: 'id_token', value: callback?.response.values.id_token?.value },
    { part: 'callback' as const, name: 'response', value: callback?.response.values.response?.value },
  ];
  return places.flatMap(({ part, name, value }) => {
    // Of a space that was copied after the request object AR31 speaks.
    if (value === undefined || value === '' || isPlain(part === 'request' ? value.trimEnd() : value))
      return [];
    const kind = BY_NAME[name] ?? 'token';
    const decoded = decodeToken(value);
    return [{ token: value, decoded, kind, title: `The ${kind}`, at: { part, parameter: name } }];
  });
}

/** Three or five parts of base64url and nothing else: such a token is found with all the others. */
function isPlain(value: string): boolean {
  return /^ey[\w-]{8,}(?:\.[\w-]*){2}(?:(?:\.[\w-]*){2})?$/.test(value);
}

function fromFound({ token, decoded, places }: FoundToken): EvaluatedToken {
  const [place = ''] = places;
  const cut = place.indexOf(' in ');
  const name = place.slice(0, cut);
  const where = place.slice(cut + 4);
  const named = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
  const ours =
    where === 'the authorize request' || where === 'the callback' || where.startsWith('the answer');
  const kind = (ours ? named : undefined) ?? 'token';
  const part =
    where === 'the authorize request' ? 'request' : where === 'the callback' ? 'callback' : 'token';
  return {
    token,
    decoded,
    kind,
    title: kind === 'token' ? `The token ${name.slice(0, 60)} in ${where}` : `The ${kind}`,
    at: { part, parameter: name },
    ...(kind === 'token' ? { foreign: true } : {}),
  };
}

function kindByClaims({ payload = {} }: DecodedToken): TokenKind {
  const has = (...names: readonly string[]): boolean => names.every((name) => payload[name] !== undefined);
  if (has('smart_contract_address')) return 'DAuth token';
  if (has('response_type') || has('redirect_uri')) return 'request object';
  if (has('code') || (has('error') && has('iss'))) return 'response token';
  if (has('iss', 'sub', 'aud') && payload.iss === payload.sub) return 'client assertion';
  if (has('nonce') || has('at_hash') || has('c_hash') || has('auth_time')) return 'id_token';
  return 'token';
}
