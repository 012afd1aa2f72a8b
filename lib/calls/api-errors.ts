import type { StepError } from '../providers/step-types.ts';

const TOKEN = 'RFC 6749 section 5.2';
const DEVICE = 'RFC 8628 section 3.5';
const BEARER = 'RFC 6750 section 3.1';

/** Error codes of token, device and resource endpoints; those of authorization responses are elsewhere. */
export const API_ERRORS: Readonly<Record<string, StepError>> = {
  invalid_client: {
    meaning: 'The client is unknown, or its authentication failed.',
    remedy: 'Check client_id, its secret or key, and the way of authentication it is registered with.',
    source: TOKEN,
  },
  invalid_grant: {
    meaning:
      'The code or refresh token is wrong, expired, used or another client’s, or redirect_uri differs.',
    remedy:
      'Get a fresh code; send the redirect_uri of the authorize request, and the code_verifier with PKCE.',
    source: TOKEN,
  },
  unsupported_grant_type: {
    meaning: 'The server does not know this grant_type.',
    remedy: 'Write it exactly as documented.',
    source: TOKEN,
  },
  authorization_pending: {
    meaning: 'The person has not finished on the other device.',
    remedy: 'Wait for the interval, then run this step again.',
    source: DEVICE,
  },
  slow_down: {
    meaning: 'The step was run too soon after the last time.',
    remedy: 'Wait five seconds longer from now on.',
    source: DEVICE,
  },
  expired_token: {
    meaning: 'The device code has expired.',
    remedy: 'Ask for a new device code.',
    source: DEVICE,
  },
  invalid_token: {
    meaning: 'The access token is expired, revoked, malformed or not for this API.',
    remedy: 'Get a new one with an earlier step, then run this step again.',
    source: BEARER,
  },
  insufficient_scope: {
    meaning: 'The access token does not allow this call.',
    remedy: 'Ask for the scope that WWW-Authenticate names, then run this step again.',
    source: BEARER,
  },
  unsupported_token_type: {
    meaning: 'The server does not revoke tokens of this type.',
    remedy: 'Revoke the refresh token instead.',
    source: 'RFC 7009 section 2.2.1',
  },
  invalid_dpop_proof: {
    meaning: 'The server wants a DPoP proof.',
    remedy: 'Use a client that is not bound to DPoP; this version makes no proofs.',
    source: 'RFC 9449 section 7',
  },
};

const HTTP = 'RFC 9110 section 15';

/** What an HTTP status alone says, where the body says nothing that is known. */
export const STATUS_ERRORS: Readonly<Record<string, StepError>> = {
  400: {
    meaning: 'The server takes the request for malformed.',
    remedy: 'Read the body, then compare the request with what the provider documents.',
    source: `${HTTP}.5.1`,
  },
  401: {
    meaning: 'The caller is not authenticated.',
    remedy: 'Check the token or the credentials; get a new token if it has expired.',
    source: `${HTTP}.5.2`,
  },
  403: {
    meaning: 'The caller is known and may not do this.',
    remedy: 'Check scope, permissions, and whether the provider lets your IP address in.',
    source: `${HTTP}.5.4`,
  },
  404: {
    meaning: 'There is nothing at this address.',
    remedy: 'Check the base URL and the values in the path.',
    source: `${HTTP}.5.5`,
  },
  405: {
    meaning: 'The address exists and does not take this method.',
    remedy: 'Check the base URL: the call may have met another API.',
    source: `${HTTP}.5.6`,
  },
  415: {
    meaning: 'The server does not take this content type.',
    remedy: 'Compare Content-Type and the encoding of the body with the documents.',
    source: `${HTTP}.5.16`,
  },
  422: {
    meaning: 'The body is well formed and cannot be processed.',
    remedy: 'Read the body; one of the values does not fit.',
    source: `${HTTP}.5.21`,
  },
  423: {
    meaning: 'The user or resource is locked.',
    remedy: 'Wait until the other operation on it has ended, or unlock it, then run this step again.',
    source: 'RFC 4918 section 11.3',
  },
  429: {
    meaning: 'There were too many requests.',
    remedy: 'Wait as long as Retry-After says.',
    source: 'RFC 6585 section 4',
  },
  500: {
    meaning: 'The server failed.',
    remedy: 'Try again later; give the provider the time and the request id.',
    source: `${HTTP}.6.1`,
  },
  502: {
    meaning: 'A proxy got no usable answer from the API.',
    remedy: 'Try again later.',
    source: `${HTTP}.6.3`,
  },
  503: {
    meaning: 'The API is overloaded or under maintenance.',
    remedy: 'Try again later; Retry-After may say when.',
    source: `${HTTP}.6.4`,
  },
  504: {
    meaning: 'The API did not answer a proxy in time.',
    remedy: 'Try again later.',
    source: `${HTTP}.6.5`,
  },
};
