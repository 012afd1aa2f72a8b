import type { Flow } from '../../flow/types.ts';

/** What a token should say, as the reader typed it or as a flow knows it. Empty means: nothing is expected. */
export interface TokenExpectations {
  readonly issuer: string;
  readonly audience: string;
  readonly nonce: string;
  /** The state that was sent, for the state claim of a JARM response. */
  readonly state: string;
}

/** Expects nothing. */
export const NO_EXPECTATIONS: TokenExpectations = { issuer: '', audience: '', nonce: '', state: '' };

/**
 * What a token of a flow should say. One that was issued: the nonce that was sent, the client as its audience (OpenID
 * Connect Core section 3.1.3.7), and the issuer that the callback names (RFC 9207). The request object: the client as its
 * issuer (RFC 9101 section 4).
 */
export function expectationsOf({ request, callback }: Flow, token: string): TokenExpectations {
  const sent = request?.values;
  const client = sent?.client_id?.value ?? '';
  if (request?.requestObject?.token === token) return { ...NO_EXPECTATIONS, issuer: client };
  return {
    issuer: callback?.response.values.iss?.value ?? '',
    audience: client,
    nonce: sent?.nonce?.value ?? '',
    state: sent?.state?.value ?? '',
  };
}
