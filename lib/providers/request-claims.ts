import type { Json, JsonObject } from '../jwt/types.ts';
import type { ExtraParameter } from '../oauth/build-authorize-url.ts';
import type { GeneratedClaim, Profile } from './types.ts';

/** What the made claims are made of. */
export interface ClaimFacts {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Unique for each request object. */
  readonly id: string;
  /** The provider's issuer identifier. */
  readonly audience: string;
}

/** Seconds for which a request object that Grantscope signs is valid. */
const REQUEST_OBJECT_LIFETIME = 300;

/** Never inside a request object (RFC 9101 section 4). */
const NEVER_INSIDE: readonly string[] = ['request', 'request_uri'];

/** Claims that are numbers or JSON although a query carries them as text (RFC 9101 section 4). */
const TYPED: Readonly<Record<string, (text: string) => Json>> = {
  max_age: readNumber,
  iat: readNumber,
  nbf: readNumber,
  exp: readNumber,
  claims: readJson,
  authorization_details: readJson,
};

const MADE: Readonly<Record<GeneratedClaim, (facts: ClaimFacts, clientId: string) => Json>> = {
  iss: (_, clientId) => clientId,
  aud: ({ audience }) => audience,
  iat: ({ now }) => Math.floor(now / 1000),
  nbf: ({ now }) => Math.floor(now / 1000),
  exp: ({ now }) => Math.floor(now / 1000) + REQUEST_OBJECT_LIFETIME,
  jti: ({ id }) => id,
};

/** The claims of a profile's request object: its parameters, the claims it makes, and extra ones. Empty for none. */
export function requestClaims(
  profile: Profile,
  values: Readonly<Record<string, string>>,
  extras: readonly ExtraParameter[],
  facts: ClaimFacts,
): JsonObject {
  const { requestObject } = profile;
  if (!requestObject) return {};
  const claims: Record<string, Json> = {};
  for (const { name, place } of profile.parameters) {
    const value = Object.hasOwn(values, name) ? (values[name] ?? '') : '';
    if (value === '' || NEVER_INSIDE.includes(name)) continue;
    if (place.in === 'request object') put(claims, place.path, typedClaim(name, value));
    else if (requestObject.use === 'optional') put(claims, [name], typedClaim(name, value));
  }
  const clientId = typeof claims.client_id === 'string' ? claims.client_id : '';
  for (const name of requestObject.made) put(claims, [name], MADE[name](facts, clientId));
  for (const { name, value, in: place } of extras) {
    if (place === 'request object' && name !== '' && value !== '')
      put(claims, [name], typedClaim(name, value));
  }
  return claims;
}

function typedClaim(name: string, value: string): Json {
  return Object.hasOwn(TYPED, name) ? (TYPED[name]?.(value) ?? value) : value;
}

function readNumber(text: string): Json {
  return /^[0-9]{1,15}$/.test(text) ? Number(text) : text;
}

function readJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** Puts a value under a path, with own properties only, so that a name such as `__proto__` is a name like any other. */
function put(target: Record<string, Json>, [name, ...rest]: readonly string[], value: Json): void {
  if (name === undefined) return;
  const member = rest.length === 0 ? value : nested(target, name, rest, value);
  Object.defineProperty(target, name, {
    value: member,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

function nested(target: Record<string, Json>, name: string, rest: readonly string[], value: Json): Json {
  const known = Object.hasOwn(target, name) ? target[name] : undefined;
  const copy = typeof known === 'object' && known !== null && !Array.isArray(known) ? { ...known } : {};
  put(copy as Record<string, Json>, rest, value);
  return copy as Json;
}
