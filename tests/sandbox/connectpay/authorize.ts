import { isUuidV4, parseUrl, repeatedNames } from '../params.ts';
import { type ConnectpayClient, findClient } from './clients.ts';
import { isGrantable, splitScope } from './scopes.ts';

/** The only flow this sandbox knows. */
export const FLOW_ID = 'GetPSD2AuthCode';

/** An authorize request that passed every check. */
export interface AuthorizeRequest {
  readonly client: ConnectpayClient;
  readonly redirectUrl: string;
  readonly nonce: string;
  readonly scopes: readonly string[];
  readonly state: string;
  /** The spelling that was sent, in which the callback answers. */
  readonly flowIdName: FlowIdName;
}

/** ConnectPay's guide writes `flowid`, its newer pages `flowId`. */
export type FlowIdName = 'flowid' | 'flowId';

/** What is wrong with a parameter, for a page: this client or address cannot be trusted with an answer. */
export interface Refusal {
  readonly parameter: string;
  readonly value: string;
  readonly constraint: string;
}

/** An error that goes back to the client's redirect_url. */
interface CallbackError {
  readonly redirectUrl: string;
  readonly error: 'invalid_request' | 'invalid_scope' | 'unsupported_response_type';
  readonly state: string | undefined;
  readonly flowIdName: FlowIdName;
  readonly flowId: string | undefined;
}

/** One of three: go on, show a page, or send an error back. */
export type AuthorizeOutcome =
  | { readonly kind: 'accepted'; readonly request: AuthorizeRequest }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'error'; readonly error: CallbackError };

/** Checks an authorize request: first whom to answer at all, then what the answer is. */
export function checkAuthorize(params: URLSearchParams): AuthorizeOutcome {
  const client = checkClient(params);
  if ('constraint' in client) return { kind: 'refused', refusal: client };
  const redirectUrl = checkRedirectUrl(params, client);
  if (typeof redirectUrl !== 'string') return { kind: 'refused', refusal: redirectUrl };

  const error = firstError(params);
  const state = params.get('state') ?? undefined;
  const flowIdName = params.has('flowId') && !params.has('flowid') ? 'flowId' : 'flowid';
  if (error !== undefined) {
    const flowId = flowIdOf(params) ?? undefined;
    return { kind: 'error', error: { redirectUrl, error, state, flowIdName, flowId } };
  }
  const scopes = splitScope(params.get('scope') ?? '');
  const nonce = params.get('nonce') ?? '';
  return {
    kind: 'accepted',
    request: { client, redirectUrl, nonce, scopes, state: state ?? '', flowIdName },
  };
}

function checkClient(params: URLSearchParams): ConnectpayClient | Refusal {
  const [id = '', ...more] = params.getAll('client_id');
  const refuse = (constraint: string): Refusal => ({ parameter: 'client_id', value: id, constraint });
  if (more.length > 0) return refuse('must be sent exactly once');
  if (id === '') return refuse('is required and must not be empty');
  return findClient(id) ?? refuse('is not the id of an application registered at this sandbox');
}

function checkRedirectUrl(params: URLSearchParams, client: ConnectpayClient): string | Refusal {
  const [value = '', ...more] = params.getAll('redirect_url');
  const refuse = (constraint: string): Refusal => ({ parameter: 'redirect_url', value, constraint });
  if (more.length > 0) return refuse('must be sent exactly once');
  if (value === '' && params.has('redirect_uri')) {
    const sent = params.get('redirect_uri') ?? '';
    const constraint = 'is not a ConnectPay parameter; ConnectPay calls it redirect_url';
    return { parameter: 'redirect_uri', value: sent, constraint };
  }
  if (value === '') return refuse('is required and must not be empty');
  const url = parseUrl(value);
  if (url === undefined || url.hostname === '') return refuse('must be an absolute URL');
  if (value.includes('#')) return refuse('must not have a fragment');
  if (value.includes('?')) return refuse('must not have query parameters');
  if (!client.hostnames.includes(url.hostname)) {
    return refuse(`must have a hostname registered for this client: ${client.hostnames.join(', ')}`);
  }
  return value;
}

function flowIdOf(params: URLSearchParams): string | null {
  return params.get('flowid') ?? params.get('flowId');
}

const CHECKS: readonly {
  readonly error: CallbackError['error'];
  fails(params: URLSearchParams): boolean;
}[] = [
  {
    error: 'invalid_request',
    fails: (p) => repeatedNames(p).length > 0 || (p.has('flowid') && p.has('flowId')),
  },
  { error: 'invalid_request', fails: (p) => isEmpty(p.get('response_type')) },
  { error: 'unsupported_response_type', fails: (p) => p.get('response_type') !== 'code' },
  { error: 'invalid_request', fails: (p) => flowIdOf(p) !== FLOW_ID },
  { error: 'invalid_request', fails: (p) => !isUuidV4(p.get('nonce') ?? '') },
  { error: 'invalid_request', fails: (p) => isEmpty(p.get('state')) },
  { error: 'invalid_request', fails: (p) => isEmpty(p.get('scope')) },
  { error: 'invalid_scope', fails: (p) => !isGrantable(p.get('scope') ?? '') },
];

function firstError(params: URLSearchParams): CallbackError['error'] | undefined {
  return CHECKS.find((check) => check.fails(params))?.error;
}

const isEmpty = (value: string | null): boolean => value === null || value.trim() === '';
