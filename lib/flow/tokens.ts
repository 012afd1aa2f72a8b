import { decodeToken } from '../jwt/decode.ts';
import { findTokens } from '../jwt/find-tokens.ts';
import { parseJsonObject } from '../jwt/parse-json.ts';
import type { DecodedToken } from '../jwt/types.ts';
import { claimParameters } from '../oauth/claims.ts';
import { bodyParameters } from '../oauth/observed-body.ts';
import { type Parameter, parseParameters } from '../oauth/parameters.ts';
import { splitUrl } from '../oauth/url.ts';
import type { RequestBody } from './observation.ts';
import type { Flow } from './types.ts';

/** A token that a flow carried, and every place where it stood. */
export interface FoundToken {
  readonly token: string;
  /** Such as `request in the authorize request` or `id_token in the callback`. */
  readonly places: readonly string[];
  readonly decoded: DecodedToken;
}

/** Different tokens that one flow shows. */
export const MAX_TOKENS = 50;

/** Every compact token in any parameter of any hop, the authorize request, the callback and calls' answers; each once, in order. */
export function tokensOf(flow: Flow): readonly FoundToken[] {
  const places = new Map<string, Set<string>>();
  for (const { where, parameters } of carriers(flow)) {
    for (const { name, value } of parameters) {
      for (const { token } of findTokens(value)) {
        const known = places.get(token);
        const place = `${name} in ${where}`;
        if (known) known.add(place);
        else if (places.size < MAX_TOKENS) places.set(token, new Set([place]));
      }
    }
  }
  return [...places].map(([token, set]) => ({ token, places: [...set], decoded: decodeToken(token) }));
}

interface Carrier {
  readonly where: string;
  readonly parameters: readonly Parameter[];
}

function carriers({ request, hops, callback, calls = [], webhooks = [] }: Flow): readonly Carrier[] {
  const requested = request ? [{ where: 'the authorize request', parameters: request.parameters }] : [];
  const answered = callback
    ? [
        {
          where: 'the callback',
          parameters: [...callback.response.parameters, ...callback.response.others],
        },
      ]
    : [];
  const between = hops
    .map((hop, index) => ({ hop, index }))
    .filter(
      ({ hop }) => !(request && hop.role === 'authorize request') && !(callback && hop.role === 'callback'),
    )
    .map(({ hop, index }) => ({ where: `hop ${index + 1}`, parameters: parametersOfUrl(hop.url, hop.body) }));
  const hooked = webhooks.map(({ response }, index) => ({
    where: `webhook ${index + 1}`,
    parameters: response.parameters,
  }));
  const called = calls.map(({ name, body }) => ({
    where: `the answer of ${name}`,
    parameters: claimParameters(parseJsonObject(body ?? '') ?? {}),
  }));
  return [...requested, ...between, ...answered, ...hooked, ...called];
}

/** Parameters of a URL's query and fragment and of a body, in that order. */
export function parametersOfUrl(url: string, body?: RequestBody): readonly Parameter[] {
  const { query, fragment } = splitUrl(url);
  return [
    ...parseParameters(query ?? ''),
    ...parseParameters(fragment?.replace(/^[/?!]+/, '') ?? ''),
    ...bodyParameters(body),
  ];
}
