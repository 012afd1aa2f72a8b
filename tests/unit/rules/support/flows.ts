import type { Flow, FlowCall } from '../../../../lib/flow/types.ts';
import { encodeText } from '../../../../lib/jwt/base64url.ts';
import type { JsonObject } from '../../../../lib/jwt/types.ts';
import { formEncodeParameter } from '../../../../lib/oauth/build-authorize-url.ts';
import { flowsOf, Story } from '../../support/observations.ts';

/** Where the client of these flows waits. */
export const CLIENT = 'https://app.example/cb';

/** The provider's issuer identifier. */
export const ISSUER = 'https://as.example';

/** Milliseconds since the epoch at which a story begins; corpus cases are evaluated then unless they say otherwise. */
export const NOW = 1_700_000_000_000;

/** The same in seconds, for claims. */
export const NOW_SECONDS = NOW / 1_000;

type Fields = Readonly<Record<string, string | undefined>>;

/** A URL with parameters added, encoded as a form; an undefined value leaves its parameter out. */
export function urlOf(base: string, fields: Fields, mark: '?' | '#' = '?'): string {
  const segments = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${formEncodeParameter(name)}=${formEncodeParameter(value)}`],
  );
  return segments.length === 0 ? base : `${base}${mark}${segments.join('&')}`;
}

const REQUEST = { response_type: 'code', client_id: 'c1', redirect_uri: CLIENT, state: 's1' };

/** A sound authorize URL with some parameters changed, added or (undefined) left out. */
export function authorizeUrl(fields: Fields = {}, endpoint = `${ISSUER}/authorize`): string {
  return urlOf(endpoint, { ...REQUEST, ...fields });
}

/** A sound callback URL with some parameters changed, added or (undefined) left out. */
export function callbackUrl(fields: Fields = {}, mark: '?' | '#' = '?'): string {
  return urlOf(CLIENT, { code: 'code-1', state: 's1', ...fields }, mark);
}

/** A flow of which only the authorize request was seen. */
export function requested(url = authorizeUrl()): Flow {
  return last(new Story().request(url));
}

/** A flow that was answered by a redirect, which the client answered with 200. */
export function answered(request = authorizeUrl(), callback = callbackUrl(), status = 303): Flow {
  return last(new Story().request(request).redirect(request, status, callback).respond(callback));
}

/** A flow that was answered by form_post. */
export function posted(request: string, fields: Readonly<Record<string, string>>, to = CLIENT): Flow {
  const body = { kind: 'form', fields: Object.entries(fields) } as const;
  return last(new Story().request(request).respond(request).request(to, { method: 'POST', body }));
}

/** The last flow of a story. */
export function last(story: Story): Flow {
  const flow = flowsOf(story).at(-1);
  if (!flow) throw new Error('the story has no flow');
  return flow;
}

/** A flow with calls run for it, each a POST of a form unless it says otherwise. */
export function withCalls(flow: Flow, ...calls: readonly Partial<FlowCall>[]): Flow {
  const call = (one: Partial<FlowCall>, index: number): FlowCall => ({
    id: `call-${index + 1}`,
    profileId: flow.profileId,
    stepId: 'token',
    name: 'Token',
    at: NOW + 1_000,
    elapsed: 20,
    method: 'POST',
    url: `${ISSUER}/token`,
    encoding: 'form',
    fields: [],
    status: 200,
    contentType: 'application/json',
    ...one,
  });
  return { ...flow, calls: calls.map(call) };
}

/** Fields of a call's form, as a flow records them. */
export function formFields(
  fields: Readonly<Record<string, string | undefined>>,
  where = 'form',
): FlowCall['fields'] {
  return Object.entries(fields).map(([name, value]) => ({
    in: where,
    name,
    ...(value === undefined ? {} : { value }),
  }));
}

/** Bytes that a signature of each algorithm has; 2048-bit RSA. */
const SIGNATURE_BYTES: Readonly<Record<string, number>> = { HS256: 32, ES256: 64, EdDSA: 64 };

/** A compact JWS of the right shape whose signature is all zeros; rules never verify. */
export function tokenOf(claims: JsonObject, header: JsonObject = {}): string {
  const whole: JsonObject = { alg: 'PS256', kid: 'k1', ...header };
  const bytes = SIGNATURE_BYTES[String(whole.alg)] ?? 256;
  const zeros = 'A'.repeat(Math.ceil((bytes * 4) / 3));
  return `${encodeText(JSON.stringify(whole))}.${encodeText(JSON.stringify(claims))}.${zeros}`;
}
