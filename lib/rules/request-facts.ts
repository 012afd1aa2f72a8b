import type { Flow } from '../flow/types.ts';
import type { DecodedToken, Json, JsonObject } from '../jwt/types.ts';
import type { StandardName } from '../oauth/aliases.ts';
import type { AuthorizeRequest } from '../oauth/authorize-request.ts';
import type { NamedValue } from '../oauth/named-value.ts';
import { splitUrl } from '../oauth/url.ts';
import { familyOf } from '../providers/catalogue.ts';
import type { ParameterSpec } from '../providers/types.ts';
import type { ConformanceProfile, Finding, RuleContext } from './types.ts';

/** The place of a finding about a parameter of the authorize request. */
export function inRequest(parameter: string): Finding['at'] {
  return { part: 'request', parameter };
}

/** A parameter of the request as the server should read it; undefined when it is missing or empty. */
export function sent(flow: Flow, name: StandardName): NamedValue | undefined {
  const value = flow.request?.values[name];
  return value === undefined || value.value === '' ? undefined : value;
}

/** The words of a list with spaces between, such as scope or response_type. */
export function words(text: string | undefined): readonly string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '');
}

/** The words of response_type. */
export function responseTypes(flow: Flow): readonly string[] {
  return words(sent(flow, 'response_type')?.value);
}

/** A parameter or claim that has no standard name here, as text; the request object's wins (RFC 9101 section 6.3). */
export function sentText(flow: Flow, name: string): string | undefined {
  const claim = own(claimsOf(flow) ?? {}, name);
  if (claim !== undefined) return typeof claim === 'string' ? claim : JSON.stringify(claim);
  const value = flow.request?.parameters.find((parameter) => parameter.name === name)?.value;
  return value === '' ? undefined : value;
}

/** The request object that was sent by value. */
export function requestObject(flow: Flow): DecodedToken | undefined {
  return flow.request?.requestObject;
}

/** The claims of the request object, when it could be read. */
export function claimsOf(flow: Flow): JsonObject | undefined {
  return flow.request?.requestObject?.payload;
}

/** True when parameters stand where the server does not read them: after `#`, or behind an HTML escape (`&amp;`). */
export function isMisplaced({ request }: Flow): boolean {
  return request !== undefined && (hasEscapedNames(request) || isInFragment(request));
}

/** True when a name was written after `&amp;`, as in the source of a page. */
export function hasEscapedNames({ parameters }: AuthorizeRequest): boolean {
  return parameters.some(({ name, rawName = name }) => rawName.startsWith('amp;'));
}

/** True when the parameters of the request follow `#` where `?` should stand. */
export function isInFragment({ url }: AuthorizeRequest): boolean {
  const { query, fragment } = splitUrl(url);
  return !query && fragment !== undefined && /(?:^|&)(?:client_id|response_type|request)=/.test(fragment);
}

/** True when parameters travel where they cannot be seen: by reference, or in a request object that cannot be read. */
export function isHidden(flow: Flow): boolean {
  if (!flow.request || isMisplaced(flow)) return true;
  if (outside(flow, 'request_uri')) return true;
  return sent(flow, 'request') !== undefined && claimsOf(flow) === undefined;
}

/** The value of a parameter outside of the request object; the first of several. */
export function outside(flow: Flow, name: string): string | undefined {
  return flow.request?.parameters.find((parameter) => parameter.name === name)?.value;
}

/** A member of an object, never one that it inherits. */
export function own(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** What stands in an object under a path of names. */
export function dig(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let found = value;
  for (const name of path) {
    if (!isObject(found)) return undefined;
    found = own(found, name);
  }
  return found;
}

/** True for a JSON object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True when one of these gates is known to be open. */
export function opened(
  { gates }: Pick<RuleContext, 'gates'>,
  ...wanted: readonly ConformanceProfile[]
): boolean {
  return gates !== undefined && wanted.some((gate) => gates.has(gate));
}

/** What the profile says of a parameter. */
export function documented({ profile }: RuleContext, name: string): ParameterSpec | undefined {
  return profile?.parameters.find((spec) => spec.name === name);
}

/** True when the profile's documents put a parameter into the request object alone. */
export function documentedInside(context: RuleContext, name: string): boolean {
  return documented(context, name)?.place.in === 'request object';
}

/** True for a provider of its own, whose documents list every parameter; not for OAuth and OpenID in general. */
export function isOwnProvider({ profile }: RuleContext): boolean {
  if (!profile) return false;
  const family = familyOf(profile);
  return family !== 'oauth' && family !== 'openid';
}
