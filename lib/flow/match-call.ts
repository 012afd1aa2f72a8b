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
  /** Origin of a key set or of metadata that was fetched. */
  readonly provider?: string;
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
  const { code, challenge, token, clientId, redirectUri, requestUri, provider } = keys;
  return (
    (code && newestFirst.find(({ callback }) => callback?.response.values.code?.value === code)) ||
    (challenge && newestFirst.find(({ request }) => request?.values.code_challenge?.value === challenge)) ||
    (requestUri && newestFirst.find(({ request }) => request?.values.request_uri?.value === requestUri)) ||
    (token && newestFirst.find((flow) => hasToken(flow, token))) ||
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
    const answer = parseJsonObject(body ?? '');
    return answer?.access_token === token || answer?.refresh_token === token;
  });
}
