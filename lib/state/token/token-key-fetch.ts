import { t } from '../../i18n/t.ts';
import { CodedError } from '../../jwt/coded-error.ts';
import type { JwkSet } from '../../jwt/verify-types.ts';
import type { Failure } from '../../messaging/protocol.ts';
import { fetchJson } from '../../net/fetch-json.ts';
import { failureOf } from '../shared/failure-of.ts';
import { networkErrorLabel } from '../shared/network-error-label.ts';

/** One request that was made for keys. */
export interface KeyRequest {
  readonly url: string;
  /** Absent when no answer came. */
  readonly status?: number;
  readonly milliseconds: number;
  /** The beginning of the answer. */
  readonly body?: string;
}

/** Keys from the network, and how they came. */
export interface FetchedKeys {
  readonly address: string;
  readonly requests: readonly KeyRequest[];
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly keys?: JwkSet;
  /** What the discovery document calls itself. */
  readonly issuer?: string;
  /** Whether it says that responses carry their issuer (RFC 9207 section 3). */
  readonly issInResponses?: boolean;
  readonly failure?: Failure;
}

/** What fetching needs of the world. */
export interface KeyFetchContext {
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly online?: () => boolean;
  readonly timeout?: number;
}

/** How long one answer may take, in milliseconds. */
export const KEY_FETCH_TIMEOUT = 10_000;

/** Longest answer that is read, in bytes. */
export const MAX_KEY_ANSWER = 1_000_000;

/** How much of an answer is kept to be shown. */
export const SHOWN_ANSWER = 20_000;

const DISCOVERY = '/.well-known/openid-configuration';

/**
 * Fetches a JWKS from its own address, or by way of an issuer's discovery document (OpenID Connect Discovery section 4).
 * No cookies go along, no redirect is followed. Never throws.
 */
export async function fetchKeys(address: string, context: KeyFetchContext = {}): Promise<FetchedKeys> {
  const { now = Date.now } = context;
  const requests: KeyRequest[] = [];
  const ask = async (url: string): Promise<Json> => get(url, requests, context);
  const base = { address, requests };
  try {
    const url = readAddress(address);
    const first = await firstAnswer(url, ask);
    const { jwks_uri: jwksUri, issuer, authorization_response_iss_parameter_supported: iss } = first;
    const named = {
      ...(typeof issuer === 'string' ? { issuer } : {}),
      ...(typeof iss === 'boolean' ? { issInResponses: iss } : {}),
    };
    const set = typeof jwksUri === 'string' ? await ask(readAddress(jwksUri).href) : first;
    if (!Array.isArray(set.keys)) throw noKeys();
    return { ...base, ...named, at: now(), keys: { keys: set.keys as JsonWebKey[] } };
  } catch (error) {
    return {
      ...base,
      at: now(),
      failure: error instanceof CodedError ? failureOf(error) : unexpected(error),
    };
  }
}

type Json = Readonly<Record<string, unknown>>;

/** An address without a path is an issuer; any other is asked as it is, and taken for an issuer when it has no keys. */
async function firstAnswer(url: URL, ask: (url: string) => Promise<Json>): Promise<Json> {
  const issuer = url.href.replace(/\/$/, '') + DISCOVERY;
  if (url.pathname === '/' && url.search === '') return ask(issuer);
  const answer = await ask(url.href).catch((error: unknown) =>
    error instanceof CodedError ? error : failure('unexpected', String(error), ''),
  );
  const useful = !(answer instanceof CodedError) && ('keys' in answer || 'jwks_uri' in answer);
  if (useful) return answer;
  const retry = answer instanceof CodedError ? RETRIED.has(answer.code) : true;
  if (!retry || url.pathname.includes('/.well-known/')) {
    throw answer instanceof CodedError ? answer : noKeys();
  }
  return ask(issuer).catch(() => {
    throw answer instanceof CodedError ? answer : noKeys();
  });
}

/** Failures after which the address may still be an issuer. */
const RETRIED = new Set(['status', 'not-json', 'web-page', 'redirected']);

function noKeys(): CodedError {
  return failure('no-keys', t('tokenFetchNoKeys'), t('tokenFetchNoKeysRemedy'));
}

async function get(url: string, requests: KeyRequest[], context: KeyFetchContext): Promise<Json> {
  const { fetch = globalThis.fetch, now = Date.now, timeout = KEY_FETCH_TIMEOUT, online } = context;
  const start = now();
  const answer = await fetchJson(
    { url, headers: [['accept', 'application/jwk-set+json, application/json']] },
    { fetch, timeout, limit: MAX_KEY_ANSWER, ...(online ? { online } : {}) },
  );
  const came = answer.ok ? answer.value : answer.failure;
  requests.push({
    url,
    milliseconds: now() - start,
    ...('status' in came && came.status !== undefined ? { status: came.status } : {}),
    ...('text' in came ? { body: came.text.slice(0, SHOWN_ANSWER) } : {}),
  });
  if (!answer.ok) throw CodedError.of(networkErrorLabel(answer.failure));
  const { json, address, status, text } = answer.value;
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Json;
  throw CodedError.of(networkErrorLabel({ code: 'not-json', address, status, text }));
}

function readAddress(text: string): URL {
  const trimmed = text.trim();
  if (trimmed === '') throw failure('no-address', t('tokenFetchNoAddress'), t('tokenFetchNoAddressRemedy'));
  const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') return url;
  throw failure('address', t('tokenFetchAddress', trimmed.slice(0, 80)), t('tokenFetchAddressRemedy'));
}

function failure(code: string, message: string, remedy: string): CodedError {
  return new CodedError(code, message, remedy);
}

function unexpected(error: unknown): Failure {
  const message = error instanceof Error ? error.message : t('failureUnknown');
  return { code: 'unexpected', message, remedy: t('tokenFetchUnexpectedRemedy') };
}
