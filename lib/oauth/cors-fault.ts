import type { InferOutput } from 'valibot';
import { isLoopback } from './is-loopback.ts';
import type { CorsFaultSchema } from './schema/cors-fault-schema.ts';
import { originOf, parseUrl } from './url.ts';

/** Headers of a request or response, by name in any case. */
export type HeaderList = readonly { readonly name: string; readonly value: string }[];

/** A request of a page to another origin and its answer, as far as CORS depends on it. */
export interface CrossOriginExchange {
  /** Origin of the page; `null` for a page without one, such as a file. */
  readonly origin: string;
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: HeaderList;
  /** 0 when there was no answer. */
  readonly status: number;
  readonly responseHeaders: HeaderList;
  /** True when the browser marked the exchange as failed. */
  readonly failed: boolean;
  readonly preflight?: Preflight;
}

/** The OPTIONS request that went before. */
export interface Preflight {
  readonly status: number;
  readonly requestHeaders: HeaderList;
  readonly responseHeaders: HeaderList;
}

/** Which rule of the Fetch standard withheld a response from a page. */
export type CorsFaultKind = CorsFault['kind'];

/** Why a page did not get a response. */
export type CorsFault = InferOutput<typeof CorsFaultSchema>;

/**
 * Which rule withheld the response (Fetch standard, "CORS check" and "CORS-preflight fetch"). The browsers give no reason: it
 * follows from the origin and the headers. Undefined when the page got its response, or lost it for another reason.
 */
export function corsFault(exchange: CrossOriginExchange): CorsFault | undefined {
  const { origin, url, status, preflight, responseHeaders } = exchange;
  if (origin === originOf(url)) return undefined;
  const fault = (kind: CorsFaultKind, more: Partial<CorsFault> = {}): CorsFault => ({
    kind,
    origin,
    preflight: false,
    ...more,
  });
  if (isMixed(exchange)) return fault('mixed-content');
  // A page reads nothing of a response to such a request, so that CORS withholds nothing: a beacon at logout, for instance.
  if (headerValue(exchange.requestHeaders, 'sec-fetch-mode') === 'no-cors') return undefined;
  if (status === 0) return preflight && preflightFault(exchange, preflight);
  const checked = checkOrigin(exchange, responseHeaders);
  if (checked) return fault(checked, allowedIn(responseHeaders));
  return exchange.failed && status >= 300 && status < 400 ? fault('redirected') : undefined;
}

function preflightFault(exchange: CrossOriginExchange, preflight: Preflight): CorsFault | undefined {
  const { origin } = exchange;
  const { status, responseHeaders: headers } = preflight;
  const fault = (kind: CorsFaultKind, more: Partial<CorsFault> = {}): CorsFault => ({
    kind,
    origin,
    preflight: true,
    ...more,
  });
  if (status === 0) return fault('preflight-failed');
  if (status >= 300 && status < 400) return fault('preflight-redirected', { status });
  const checked = checkOrigin({ ...exchange, failed: false }, headers);
  // A server that knows no CORS answers OPTIONS with an error; which header it lacks says more than that.
  if (status < 200 || status >= 300) return fault('preflight-refused', { status });
  if (checked) return fault(checked, allowedIn(headers));
  const method = headerValue(preflight.requestHeaders, 'access-control-request-method') ?? exchange.method;
  if (!SAFE_METHODS.has(method) && !lists(headers, 'access-control-allow-methods', method, false))
    return fault('method-not-allowed', { names: [method] });
  const wanted = listOf(headerValue(preflight.requestHeaders, 'access-control-request-headers'));
  const names = wanted.filter((name) => !lists(headers, 'access-control-allow-headers', name, true));
  if (names.length > 0) return fault('header-not-allowed', { names });
  return undefined;
}

/** Methods that need not be allowed (Fetch standard, "CORS-safelisted method"). */
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);

/** The CORS check: what is wrong with the origin or the credentials that a response allows. */
function checkOrigin(
  { origin, requestHeaders, failed }: CrossOriginExchange,
  headers: HeaderList,
): CorsFaultKind | undefined {
  const allowed = headerValue(headers, 'access-control-allow-origin');
  const allowsCredentials = headerValue(headers, 'access-control-allow-credentials') === 'true';
  const hasCookies = headerValue(requestHeaders, 'cookie') !== undefined;
  if (allowed === undefined) return origin === 'null' ? 'null-origin' : 'origin-missing';
  // Without cookies to be seen, only a failure that nothing else explains shows that credentials were asked for.
  if (allowed === '*') return hasCookies || failed ? 'wildcard-with-credentials' : undefined;
  if (allowed !== origin) return origin === 'null' ? 'null-origin' : 'origin-wrong';
  return failed && !allowsCredentials ? 'credentials-not-allowed' : undefined;
}

/** Loopback hosts may be called from a page with TLS (Mixed Content, "potentially trustworthy"). */
function isMixed({ origin, url, status }: CrossOriginExchange): boolean {
  if (status !== 0 || !origin.startsWith('https:')) return false;
  const target = parseUrl(url);
  return target?.protocol === 'http:' && !isLoopback(target.hostname);
}

function lists(headers: HeaderList, header: string, wanted: string, ofHeaders: boolean): boolean {
  const allowed = listOf(headerValue(headers, header));
  // A star never stands for Authorization.
  if (allowed.includes('*') && !(ofHeaders && wanted.toLowerCase() === 'authorization')) return true;
  return allowed.some((one) => (ofHeaders ? one.toLowerCase() === wanted.toLowerCase() : one === wanted));
}

function listOf(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function allowedIn(headers: HeaderList): Pick<CorsFault, 'allowed'> {
  const allowed = headerValue(headers, 'access-control-allow-origin');
  return allowed === undefined ? {} : { allowed: allowed.slice(0, MAX_SHOWN) };
}

/** UTF-16 units of a header that are kept. */
const MAX_SHOWN = 300;

/** The values of a header; several headers of one name are joined, as the Fetch standard does. */
function headerValue(headers: HeaderList, name: string): string | undefined {
  const values = headers
    .filter((header) => header.name.toLowerCase() === name)
    .map(({ value }) => value.trim());
  return values.length === 0 ? undefined : values.join(', ');
}
