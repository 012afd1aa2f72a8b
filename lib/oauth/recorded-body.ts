import type { Aliases } from './aliases.ts';
import { readAuthorizationResponse } from './authorization-response.ts';
import { isAuthorizeRequest, parseAuthorizeRequest } from './authorize-request.ts';
import { namesOfBody } from './body-names.ts';
import { isCredentialName } from './credential-name.ts';
import type { ObservedBody } from './observed-body.ts';
import { bodyParameters } from './observed-body.ts';
import { isRequestName, isResponseName } from './parameter-names.ts';
import { percentDecode } from './percent.ts';
import { isResponseByItself } from './response-by-itself.ts';

/**
 * An authorize request that was posted (OpenID Connect Core section 3.1.2.1): the values of the protocols' own request
 * parameters, and the names of all others. Undefined when the body itself is no authorize request, whatever its URL says,
 * or when it is a form in which a person signs in.
 * @param ownPage true when the server's own page posted it: then any foreign field makes it a form of that page
 */
export function recordedRequestBody<B extends ObservedBody>(
  body: B,
  ownPage: boolean,
  aliases: Aliases,
): B | undefined {
  const isKept = (name: string): boolean => isRequestName(name, aliases);
  const parameters = bodyParameters(body);
  if (!isAuthorizeRequest(parseAuthorizeRequest({ url: '', method: 'POST', body }, aliases)))
    return undefined;
  if (parameters.some(({ name }) => isCredentialName(name))) return undefined;
  if (ownPage && !parameters.every(({ name }) => isKept(name))) return undefined;
  return keepValues(body, isKept);
}

/**
 * A callback that was posted to where one was awaited (OAuth 2.0 Form Post Response Mode): whole, but for passwords and
 * one-time codes. Undefined when the body itself is no authorization response.
 */
export function recordedAwaitedBody<B extends ObservedBody>(body: B, aliases: Aliases): B | undefined {
  return isAnswer(body, aliases) ? keepValues(body, (name) => !isCredentialName(name)) : undefined;
}

/**
 * What looks like a callback that nobody awaited: the values of response parameters only. Undefined when it is no
 * authorization response, has a field for a password, or its code is as short as the ones that people type.
 */
export function recordedStrayBody<B extends ObservedBody>(body: B, aliases: Aliases): B | undefined {
  const parameters = bodyParameters(body);
  const response = readAuthorizationResponse({ url: '', method: 'POST', body }, aliases);
  const code = response.values.code?.value;
  if (response.channel === 'none' || parameters.some(({ name }) => isCredentialName(name))) return undefined;
  if (code !== undefined && isTypedCode(code)) return undefined;
  return keepValues(body, (name) => isResponseName(name, aliases));
}

/** The values of response parameters of a callback that is recorded already and is sent once more. */
export function recordedRepeatedBody<B extends ObservedBody>(body: B, aliases: Aliases): B {
  return keepValues(body, (name) => isResponseName(name, aliases));
}

/** True when the body alone is an authorization response, tied to a request. */
export function isStrayResponse(body: ObservedBody, aliases: Aliases): boolean {
  return isResponseByItself(readAuthorizationResponse({ url: '', method: 'POST', body }, aliases));
}

function isAnswer(body: ObservedBody, aliases: Aliases): boolean {
  return readAuthorizationResponse({ url: '', method: 'POST', body }, aliases).channel !== 'none';
}

/** One-time codes are short and nearly always have digits; authorization codes are long (RFC 6749 section 10.10). */
function isTypedCode(code: string): boolean {
  const plain = code.replace(/[\s-]/g, '');
  return plain.length <= 10 && /[0-9]/.test(plain);
}

function keepValues<B extends ObservedBody>(body: B, isKept: (name: string) => boolean): B {
  const withheld = new Set((body.withheld ?? []).map(({ name }) => name));
  const kept = (name: string): boolean => {
    if (isKept(name)) return true;
    withheld.add(name);
    return false;
  };
  const values =
    body.kind === 'form'
      ? { fields: (body.fields ?? []).filter(([name]) => kept(name)) }
      : { text: keepSegments(body.text ?? '', kept) };
  if (withheld.size === (body.withheld ?? []).length) return body;
  const names = namesOfBody({ kind: 'form', fields: [...withheld].map((name) => [name, '']) }).withheld;
  return { ...body, ...values, withheld: names };
}

function keepSegments(text: string, kept: (name: string) => boolean): string {
  return text
    .split('&')
    .filter((segment) => kept(percentDecode(segment.split('=', 1)[0] ?? '').text))
    .join('&');
}
