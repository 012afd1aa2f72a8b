import { parseJsonObject } from '../jwt/parse-json.ts';
import { originOf } from '../oauth/url.ts';
import type { Flow } from './types.ts';

/** What a call carries by which its flow is found; what it lacks is absent. */
export interface CallKeys {
  readonly code?: string;
  /** The S256 challenge of the verifier that was sent (RFC 7636 section 4.6). */
  readonly challenge?: string;
  /** A refresh or access token. */
  readonly token?: string;
  readonly clientId?: string;
  readonly redirectUri?: string;
  /** The `request_uri` that a pushed request got (RFC 9126 section 2.2). */
  readonly requestUri?: string;
  /** Origin of a server that got a pushed request, where its response was not seen. */
  readonly pushedTo?: string;
  /** Origin of a key set or of metadata that was fetched. */
  readonly provider?: string;
  /** Origin of the authorization server that was called with a token. */
  readonly server?: string;
}

/** Milliseconds after a callback within which a call of the same client may be about it, although its code is another. */
const ABOUT_WITHIN = 10 * 60_000;

/**
 * The flow that a call belongs to: the one whose code, challenge or token it carries; else the client's last one, since a
 * call that fails often carries the wrong value.
 * @param now milliseconds since the epoch
 */
export function flowOfCall(flows: readonly Flow[], keys: CallKeys, now: number): Flow | undefined {
  const newestFirst = flows.toReversed();
  const { code, challenge, token, clientId, redirectUri, requestUri, provider, pushedTo, server } = keys;
  return (
    (code && newestFirst.find(({ callback }) => callback?.response.values.code?.value === code)) ||
    (challenge && newestFirst.find(({ request }) => request?.values.code_challenge?.value === challenge)) ||
    (requestUri && newestFirst.find(({ request }) => request?.values.request_uri?.value === requestUri)) ||
    (token && newestFirst.find((flow) => hasToken(flow, token))) ||
    (token && server && newestFirst.find((flow) => hasUnseenTokens(flow, server, clientId))) ||
    (pushedTo &&
      clientId !== undefined &&
      newestFirst.find((flow) => tookPushedRequest(flow, pushedTo, clientId, now))) ||
    (provider &&
      newestFirst.find(
        ({ request, updatedAt }) =>
          request && originOf(request.url) === provider && now - updatedAt < ABOUT_WITHIN,
      )) ||
    (code !== undefined && clientId !== undefined
      ? newestFirst.find(
          ({ request, callback }) =>
            callback !== undefined &&
            now - callback.at < ABOUT_WITHIN &&
            request?.values.client_id?.value === clientId &&
            (redirectUri === undefined || request.values.redirect_uri?.value === redirectUri),
        )
      : undefined) ||
    undefined
  );
}

/** True when a flow brought this token, in its callback or in the response of one of its calls. */
function hasToken({ callback, calls = [] }: Flow, token: string): boolean {
  if (callback?.response.values.access_token?.value === token) return true;
  return calls.some(({ body }) => {
    // Most calls are of other flows: their bodies are not parsed.
    if (!body?.includes(token)) return false;
    const answer = parseJsonObject(body);
    return answer?.access_token === token || answer?.refresh_token === token;
  });
}

/** True when tokens came to a flow from this server in a response whose body nobody saw, so that any token may be one of them. */
function hasUnseenTokens(
  { calls = [], request }: Flow,
  server: string,
  clientId: string | undefined,
): boolean {
  if (clientId !== undefined && request?.values.client_id?.value !== clientId) return false;
  return calls.some(
    ({ stepId, status = 0, body, url }) =>
      stepId === 'page:token' &&
      status >= 200 &&
      status < 300 &&
      body === undefined &&
      originOf(url) === server,
  );
}

/** True for a flow with a `request_uri` that came from a server soon after a pushed request of its client to it. */
function tookPushedRequest(
  { request, startedAt, calls = [] }: Flow,
  server: string,
  clientId: string,
  now: number,
): boolean {
  return (
    request?.values.request_uri !== undefined &&
    request.values.client_id?.value === clientId &&
    originOf(request.url) === server &&
    Math.abs(now - startedAt) < ABOUT_WITHIN &&
    !calls.some(({ stepId }) => stepId === 'page:par')
  );
}
