import { parseJsonObject } from '../jwt/parse-json.ts';
import { type CorsFault, corsFault } from '../oauth/cors-fault.ts';
import { explainCors } from '../oauth/explain-cors.ts';
import { parseParameters } from '../oauth/parameters.ts';
import { s256Challenge } from '../oauth/pkce.ts';
import { type CallField, type CallKind, isCallByAddress, recogniseCall } from '../oauth/recognise-call.ts';
import { tokenPrint } from '../oauth/token-print.ts';
import { splitUrl } from '../oauth/url.ts';
import { WITHOUT_BODY } from './body-unseen.ts';
import type { CallKeys } from './match-call.ts';
import type { Header, NetworkEntry } from './network-entry.ts';
import { pageCallId } from './same-call.ts';
import type { CallSource, FlowCall } from './types.ts';

/** UTF-16 units of an answer that a call keeps. */
const MAX_BODY = 100_000;

/** UTF-16 units of a header that are kept. */
const MAX_HEADER = 500;

/** UTF-16 units of a body that are read. */
const MAX_READ = 1_000_000;

const NAMES: Readonly<Record<CallKind, string>> = {
  token: 'Token request of the page',
  revocation: 'Revocation by the page',
  introspection: 'Introspection by the page',
  userinfo: 'UserInfo request of the page',
  par: 'Pushed request of the page',
  device: 'Device authorization by the page',
  ciba: 'Backchannel authentication by the page',
  registration: 'Client registration by the page',
  logout: 'Logout by the page',
  jwks: 'Key set fetched by the page',
  discovery: 'Metadata fetched by the page',
  resource: 'Call of the page with the access token',
};

/**
 * Fields whose values may be kept: what names a grant, and what the redirect showed already. Every other value may be a
 * secret.
 */
const KEPT: ReadonlySet<string> = new Set([
  'grant_type',
  'code',
  'redirect_uri',
  'client_id',
  'scope',
  'resource',
  'audience',
  'client_assertion_type',
  'token_type_hint',
  'subject_token_type',
  'requested_token_type',
]);

/** A call that a page made to an authorization server. */
export interface PageCall {
  /** With the values of its secrets; for evaluation only. */
  readonly whole: FlowCall;
  /** What may be kept. */
  readonly kept: FlowCall;
  readonly kind: CallKind;
  /** By what its flow is found. */
  readonly keys: CallKeys;
}

/** True for a call that a page makes before it sends its authorize request, so that its flow may come later. */
export function isBeforeFlows({ kind }: Pick<PageCall, 'kind'>): boolean {
  return kind === 'par' || kind === 'jwks' || kind === 'discovery';
}

/** Whether an entry is a call that {@link readPageCall} reads; cheap, since it is asked of every request of the page. */
export function isPageCall(entry: NetworkEntry): boolean {
  return recognise(entry) !== undefined;
}

/**
 * Reads a call of a page; undefined when it is none that Grantscope keeps. Whose provider is called is not known yet, so
 * that `profileId` is empty.
 * @param content the text of the answer, as `getContent` gave it; undefined where the browser gave none
 * @param preflight the OPTIONS request that went before it
 * @param seenBy the event source of the entry
 */
export async function readPageCall(
  entry: NetworkEntry,
  content: string | undefined,
  preflight?: NetworkEntry,
  seenBy: CallSource = 'devtools.network',
): Promise<PageCall | undefined> {
  const kind = recognise(entry);
  if (kind === undefined) return undefined;
  const { request, response } = entry;
  const authorization = headerOf(request.headers, 'authorization');
  const body = fieldsOf(request.postData);
  const started = Date.parse(entry.startedDateTime);
  const at = Number.isNaN(started) ? 0 : started;
  const place = body.json ? 'json' : 'form';
  const cors = corsOf(entry, preflight);
  const error = errorOf(entry, cors);
  const base = {
    id: pageCallId(at, request.method, request.url, kind === 'resource' ? [] : body.fields),
    seenBy,
    profileId: '',
    stepId: `page:${kind}`,
    name: NAMES[kind],
    at,
    elapsed: Number.isFinite(entry.time) ? Math.max(entry.time, 0) : 0,
    method: request.method,
    url: request.url,
    encoding: kind === 'resource' || body.fields.length === 0 ? 'none' : place,
    ...(response.status > 0 ? { status: response.status } : {}),
    ...(error === undefined ? {} : { error }),
    ...(cors ? { cors } : {}),
    ...headersOf(entry),
    ...answerOf(entry, kind, content),
    ...(kind === 'token' ? await refreshOf(body.fields, content) : {}),
  } as const;
  const headers = authorization === undefined ? [] : [{ in: 'header', name: 'Authorization' }];
  // What an application asks of an API with its token is its own affair.
  const sent = kind === 'resource' ? [] : body.fields;
  const fields = sent.map(({ name, value }) => ({ in: place, name, value }));
  const whole: FlowCall = {
    ...base,
    fields: [...headers.map((header) => ({ ...header, value: authorization ?? '' })), ...fields],
  };
  const kept: FlowCall = {
    ...base,
    url: withoutQuery(request.url),
    fields: [
      ...headers,
      ...fields.map(({ value, ...field }) => (KEPT.has(field.name) ? { ...field, value } : field)),
    ],
  };
  return { whole, kept, keys: await keysOf(kind, request.url, body.fields, authorization, content), kind };
}

function recognise({ request }: NetworkEntry): CallKind | undefined {
  const authorization = headerOf(request.headers, 'authorization');
  // Nothing else is read of a request that has neither.
  if (!request.postData && authorization === undefined && !isCallByAddress(request.url)) return undefined;
  const { method, url } = request;
  const { fields } = fieldsOf(request.postData);
  return recogniseCall({ method, url, fields, ...(authorization === undefined ? {} : { authorization }) });
}

function fieldsOf(data: NetworkEntry['request']['postData']): {
  readonly fields: readonly CallField[];
  readonly json: boolean;
} {
  const text = data?.text ?? '';
  if (text.length > MAX_READ) return { fields: [], json: false };
  const object = text.trimStart().startsWith('{') ? parseJsonObject(text) : undefined;
  if (object) {
    const members = Object.entries(object).flatMap(([name, value]) =>
      value === null || value === undefined
        ? []
        : [{ name, value: typeof value === 'string' ? value : JSON.stringify(value) }],
    );
    return { fields: members, json: true };
  }
  if (text !== '') return { fields: parseParameters(text), json: false };
  return { fields: (data?.params ?? []).map(({ name, value = '' }) => ({ name, value })), json: false };
}

function answerOf(
  { response }: NetworkEntry,
  kind: CallKind,
  content: string | undefined,
): Pick<FlowCall, 'contentType' | 'body'> {
  const contentType = headerOf(response.headers, 'content-type') ?? response.content?.mimeType;
  const keeps = !WITHOUT_BODY.has(kind) && content !== undefined && content !== '';
  return {
    ...(contentType === undefined || contentType === '' ? {} : { contentType }),
    ...(keeps ? { body: content.slice(0, MAX_BODY) } : {}),
  };
}

/** Which rule of CORS kept the response from the page, if any. The browsers name none: it follows from the headers. */
function corsOf(
  { _error: error, request, response }: NetworkEntry,
  preflight: NetworkEntry | undefined,
): CorsFault | undefined {
  // A request that was answered and names no origin is of the page's own, or none that CORS is about.
  const guessed =
    response.status > 0
      ? undefined
      : ((preflight && headerOf(preflight.request.headers, 'origin')) ??
        originOf(headerOf(request.headers, 'referer') ?? ''));
  const origin = headerOf(request.headers, 'origin') ?? guessed;
  if (origin === undefined) return undefined;
  return corsFault({
    origin,
    method: request.method,
    url: request.url,
    requestHeaders: request.headers,
    status: response.status,
    responseHeaders: response.headers,
    failed: Boolean(error),
    ...(preflight
      ? {
          preflight: {
            status: preflight.response.status,
            requestHeaders: preflight.request.headers,
            responseHeaders: preflight.response.headers,
          },
        }
      : {}),
  });
}

/** Why the page got no answer; Firefox names no error. */
function errorOf({ _error: error, response }: NetworkEntry, cors: CorsFault | undefined): string | undefined {
  if (cors) return explainCors(cors).message;
  return error || (response.status === 0 ? 'no answer' : undefined);
}

/** What the headers of a response say of its time, of keeping it, and of what was missing in the request. */
function headersOf({ response }: NetworkEntry): Pick<FlowCall, 'date' | 'cacheControl' | 'challenge'> {
  if (response.status === 0) return {};
  const date = Date.parse(headerOf(response.headers, 'date') ?? '');
  const challenge = headerOf(response.headers, 'www-authenticate');
  return {
    ...(Number.isNaN(date) ? {} : { date }),
    cacheControl: (headerOf(response.headers, 'cache-control') ?? '').slice(0, MAX_HEADER),
    ...(challenge === undefined ? {} : { challenge: challenge.slice(0, MAX_HEADER) }),
  };
}

function headerOf(headers: readonly Header[], name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name)?.value;
}

async function refreshOf(
  fields: readonly CallField[],
  content: string | undefined,
): Promise<Pick<FlowCall, 'refresh'>> {
  const sent = fields.find(({ name, value }) => name === 'refresh_token' && value !== '')?.value;
  const given = memberOf(content, 'refresh_token');
  if (sent === undefined && given === undefined) return {};
  return {
    refresh: {
      ...(sent === undefined ? {} : { sent: await tokenPrint(sent) }),
      ...(given === undefined ? {} : { given: await tokenPrint(given) }),
    },
  };
}

/** Kinds of calls to the authorization server itself that carry a token of it. */
const AT_SERVER: ReadonlySet<CallKind> = new Set([
  'token',
  'revocation',
  'introspection',
  'userinfo',
  'logout',
]);

async function keysOf(
  kind: CallKind,
  url: string,
  fields: readonly CallField[],
  authorization: string | undefined,
  content: string | undefined,
): Promise<CallKeys> {
  const field = (name: string): string | undefined => fields.find((one) => one.name === name)?.value;
  const verifier = field('code_verifier');
  const token =
    field('refresh_token') ??
    field('token') ??
    authorization?.replace(/^\S+ +/, '') ??
    queryValue(url, 'access_token');
  return definedOf({
    code: field('code'),
    token: /^Basic /i.test(authorization ?? '') && !field('refresh_token') ? undefined : token,
    challenge: verifier === undefined ? undefined : await s256Challenge(verifier),
    clientId: field('client_id'),
    redirectUri: field('redirect_uri'),
    requestUri: kind === 'par' ? memberOf(content, 'request_uri') : undefined,
    pushedTo: kind === 'par' && content === undefined ? originOf(url) : undefined,
    provider: kind === 'jwks' || kind === 'discovery' ? originOf(url) : undefined,
    server: token !== undefined && AT_SERVER.has(kind) ? originOf(url) : undefined,
  });
}

/** RFC 6750 section 2.3. */
function queryValue(url: string, name: string): string | undefined {
  return parseParameters(splitUrl(url).query ?? '').find((one) => one.name === name)?.value;
}

function memberOf(content: string | undefined, name: string): string | undefined {
  const value = parseJsonObject((content ?? '').slice(0, MAX_READ))?.[name];
  return typeof value === 'string' ? value : undefined;
}

function definedOf(keys: { readonly [K in keyof CallKeys]: CallKeys[K] | undefined }): CallKeys {
  return Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined && value !== ''));
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}

function originOf(url: string): string | undefined {
  return /^https?:\/\/[^/?#]+/i.exec(url)?.[0];
}
