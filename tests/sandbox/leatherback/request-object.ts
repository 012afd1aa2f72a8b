import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK } from 'jose';
import { isObject, type JwkSets } from '../jwk-sets.ts';
import { parseUrl } from '../params.ts';
import type { LeatherbackClient, LeatherbackClients } from './clients.ts';
import type { Consent, Consents } from './consents.ts';
import type { ProblemCode } from './problems.ts';

/** An authorization request that passed every check. */
export interface LeatherbackRequest {
  readonly client: LeatherbackClient;
  readonly redirectUri: string;
  readonly consent: Consent;
  readonly state: string;
}

/** What the checks look things up in. */
export interface RequestContext {
  readonly clients: LeatherbackClients;
  readonly consents: Consents;
  readonly keys: JwkSets;
  readonly now: () => number;
}

/** Checks the query of an authorization request: its form, its signature, then its claims. */
export async function checkRequest(
  params: URLSearchParams,
  context: RequestContext,
): Promise<LeatherbackRequest | ProblemCode> {
  const [jwt = '', ...moreRequests] = params.getAll('request');
  const [state = '', ...moreStates] = params.getAll('state');
  if (jwt === '') return 'request_missing';
  if (moreRequests.length > 0) return 'request_repeated';
  if (state === '') return 'state_missing';
  if (moreStates.length > 0) return 'state_repeated';

  const token = readToken(jwt);
  if (typeof token === 'string') return token;
  const { header, claims } = token;
  const { client_id } = claims;
  if (typeof client_id !== 'string' || client_id === '') return 'client_id_missing';
  const client = context.clients.find(client_id);
  if (client === undefined) return 'client_unknown';
  const signature = await checkSignature(jwt, header.kid, client, context.keys);
  if (signature !== undefined) return signature;

  const problem = checkTimes(claims, context.now()) ?? checkShape(claims);
  if (problem !== undefined) return problem;
  const consentId = intentOf(claims);
  if (consentId === undefined) return 'openbanking_intent_id' in claims ? 'intent_flat' : 'intent_missing';
  const consent = context.consents.find(consentId, client.id);
  if (consent === undefined) return 'intent_unknown';
  if (Date.parse(consent.ExpirationDateTime) <= context.now()) return 'intent_expired';
  // The demo consent, which is nobody's, may be authorized again and again.
  if (consent.clientId !== undefined && consent.Status !== 'AwaitingAuthorisation') return 'intent_decided';
  return { client, redirectUri: String(claims.redirect_uri), consent, state };
}

type Claims = Record<string, unknown>;

function readToken(jwt: string): { header: { kid: string }; claims: Claims } | ProblemCode {
  if (/\s/.test(jwt)) return 'request_whitespace';
  let header: Claims;
  let claims: Claims;
  try {
    header = { ...decodeProtectedHeader(jwt) };
    claims = decodeJwt(jwt);
  } catch {
    return 'request_malformed';
  }
  const { alg, kid } = header;
  if (alg === 'none') return 'alg_none';
  if (typeof alg === 'string' && alg.startsWith('HS')) return 'alg_symmetric';
  if (alg !== 'PS256') return 'alg_unsupported';
  if (typeof kid !== 'string' || kid === '') return 'kid_missing';
  return { header: { kid }, claims };
}

async function checkSignature(
  jwt: string,
  kid: string,
  client: LeatherbackClient,
  keys: JwkSets,
): Promise<ProblemCode | undefined> {
  const jwk = keys.get(client.id).keys.find((key) => key.kid === kid);
  if (jwk === undefined) return 'kid_unknown';
  try {
    await compactVerify(jwt, await importJWK(jwk, 'PS256'), { algorithms: ['PS256'] });
    return undefined;
  } catch {
    return 'signature_invalid';
  }
}

function checkTimes({ nbf, exp }: Claims, now: number): ProblemCode | undefined {
  for (const time of [nbf, exp]) {
    if (time !== undefined && typeof time !== 'number') return 'time_invalid';
  }
  if (typeof nbf === 'number' && nbf * 1000 > now) return 'not_yet_valid';
  return typeof exp === 'number' && exp * 1000 <= now ? 'expired' : undefined;
}

function checkShape({ response_type, redirect_uri, scope }: Claims): ProblemCode | undefined {
  if (response_type === undefined) return 'response_type_missing';
  if (response_type !== 'code id_token') return 'response_type_invalid';
  if (redirect_uri === undefined) return 'redirect_uri_missing';
  if (typeof redirect_uri !== 'string' || !isRedirectUri(redirect_uri)) return 'redirect_uri_invalid';
  if (scope === undefined) return 'scope_missing';
  return scope === 'accounts' ? undefined : 'scope_invalid';
}

function isRedirectUri(text: string): boolean {
  const protocol = parseUrl(text)?.protocol;
  const runs = protocol === 'javascript:' || protocol === 'data:' || protocol === 'vbscript:';
  return protocol !== undefined && !runs && !text.includes('#');
}

function intentOf({ claims }: Claims): string | undefined {
  const idToken = isObject(claims) ? claims.id_token : undefined;
  const intent = isObject(idToken) ? idToken.openbanking_intent_id : undefined;
  const value = isObject(intent) ? intent.value : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
