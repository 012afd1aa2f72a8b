import type { Flow } from '../flow/types.ts';
import { parseJson } from '../jwt/parse-json.ts';
import type { Json, JsonObject } from '../jwt/types.ts';
import { firstValue } from '../oauth/parameters.ts';

/** What the request says under a name: a claim of the request object, else a parameter (RFC 9101 section 6.3). */
export function sentValue({ request }: Flow, name: string): Json | undefined {
  const claim = request?.requestObject?.payload?.[name];
  return claim ?? (request && firstValue(request.parameters, name));
}

/** What the request asks of the id_token by its claims parameter (OpenID Connect Core section 5.5). */
export function askedOfIdToken(flow: Flow): JsonObject {
  const asked = sentValue(flow, 'claims');
  const claims = typeof asked === 'string' ? parseJson(asked) : asked;
  return objectOf(objectOf(claims).id_token);
}

/** A value when it is an object; an empty one otherwise. */
export function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
