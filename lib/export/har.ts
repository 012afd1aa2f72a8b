import type { RequestBody } from '../flow/observation.ts';
import type { Flow, FlowCall, Hop } from '../flow/types.ts';
import { formEncodeParameter } from '../oauth/build-authorize-url.ts';
import type { BodyFormat } from '../oauth/observed-body.ts';
import { parseParameters } from '../oauth/parameters.ts';
import { splitUrl } from '../oauth/url.ts';
import { profileById } from '../providers/catalogue.ts';
import type { ExportInput } from './export-types.ts';

/** A name and a value, as HAR writes headers and parameters. */
interface Pair {
  readonly name: string;
  readonly value: string;
}

/** What is known of one exchange. Times are milliseconds. */
interface Entry {
  readonly page: string;
  readonly at: number;
  readonly took: number;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly Pair[];
  /** Headers of the response beside Location. */
  readonly received?: readonly Pair[];
  readonly post?: {
    readonly mimeType: string;
    readonly text: string;
    readonly params: readonly Pair[];
    readonly comment?: string;
  };
  readonly status: number;
  readonly location?: string;
  readonly error?: string;
  readonly answer?: { readonly mimeType: string; readonly text: string };
  readonly comment: string;
}

const FORM = 'application/x-www-form-urlencoded';

const MIME_TYPES: Readonly<Record<BodyFormat, string>> = {
  form: FORM,
  multipart: 'multipart/form-data',
  json: 'application/json',
  xml: 'application/xml',
  text: 'text/plain',
};

const NOT_SEEN =
  'Only what Grantscope saw is here: no cookies, and of the headers only Location, and of calls Date, Cache-Control and WWW-Authenticate.';

/**
 * A HAR 1.2 file that DevTools open: one page for each flow, one entry for each hop and call. Headers that were never
 * seen are not made up, sizes are -1 as the format wants it for what is not known.
 */
export function writeHar({ flows, version, now, redacted, catalogue }: ExportInput): string {
  const pages = flows.map(({ flow }, index) => ({
    startedDateTime: dateTime(flow.startedAt),
    id: pageId(index),
    title: `${profileById(catalogue, flow.profileId).name}, ${flow.status}`,
    pageTimings: { onContentLoad: -1, onLoad: -1 },
  }));
  const entries = flows.flatMap(({ flow }, index) => entriesOf(flow, pageId(index)));
  const log = {
    version: '1.2',
    creator: { name: 'Grantscope', version },
    pages,
    entries: entries.toSorted((a, b) => a.at - b.at).map(harEntry),
    comment: `Exported at ${dateTime(now)}. ${redacted ? 'Secrets are replaced by placeholders.' : 'NOT REDACTED: it holds secrets.'} ${NOT_SEEN}`,
  };
  return `${JSON.stringify({ log }, null, 1)}\n`;
}

const pageId = (index: number): string => `page_${index + 1}`;

function entriesOf(flow: Flow, page: string): readonly Entry[] {
  const hops = flow.hops.map((hop) => hopEntry(hop, page));
  const { callback } = flow;
  const seen = callback === undefined || flow.hops.some(({ role }) => role === 'callback');
  const alone: readonly Entry[] = seen
    ? []
    : [
        {
          page,
          at: callback.at,
          took: 0,
          method: callback.method,
          url: callback.url,
          headers: [],
          ...postOf(callback.body),
          status: callback.status ?? 0,
          comment: 'callback, seen without its request',
        },
      ];
  return [...hops, ...alone, ...(flow.calls ?? []).map((call) => callEntry(call, page))];
}

function hopEntry(hop: Hop, page: string): Entry {
  return {
    page,
    at: hop.at,
    took: hop.respondedAt === undefined ? 0 : Math.max(hop.respondedAt - hop.at, 0),
    method: hop.method,
    url: hop.url,
    headers: [],
    ...postOf(hop.body),
    status: hop.status ?? 0,
    ...(hop.location === undefined ? {} : { location: hop.location }),
    ...(hop.error === undefined ? {} : { error: hop.error }),
    comment: hop.role,
  };
}

function callEntry(call: FlowCall, page: string): Entry {
  const sent = (place: string): readonly Pair[] =>
    call.fields
      .filter((field) => field.in === place)
      .map(({ name, value }) => ({ name, value: value ?? '' }));
  const params = call.fields.filter(({ in: place }) => place === 'form' || place === 'json');
  const pairs = params.map(({ name, value }) => ({ name, value: value ?? '' }));
  const post =
    call.encoding === 'form'
      ? { mimeType: FORM, text: formText(pairs), params: pairs }
      : {
          mimeType: 'application/json',
          text: JSON.stringify(Object.fromEntries(pairs.map(({ name, value }) => [name, value]))),
          params: [],
        };
  return {
    page,
    at: call.at,
    took: Math.max(call.elapsed, 0),
    method: call.method,
    url: call.url,
    headers: sent('header'),
    ...(call.encoding === 'none' ? {} : { post }),
    status: call.status ?? 0,
    ...(call.error === undefined ? {} : { error: call.error }),
    ...(call.body === undefined ? {} : { answer: { mimeType: call.contentType ?? '', text: call.body } }),
    received: receivedBy(call),
    comment: `call: ${call.name}; secrets that were sent were never kept`,
  };
}

/** Headers of the response that are kept of a call. */
function receivedBy({ date, cacheControl = '', challenge }: FlowCall): readonly Pair[] {
  return [
    ...(date === undefined ? [] : [{ name: 'Date', value: new Date(date).toUTCString() }]),
    ...(cacheControl === '' ? [] : [{ name: 'Cache-Control', value: cacheControl }]),
    ...(challenge === undefined ? [] : [{ name: 'WWW-Authenticate', value: challenge }]),
  ];
}

function postOf(body: RequestBody | undefined): Pick<Entry, 'post'> {
  if (body === undefined) return {};
  const withheld = (body.withheld ?? []).map(({ name }) => ({ name, value: '' }));
  const comment =
    body.kind === 'names' || withheld.length > 0
      ? { comment: 'Values that are not recorded are empty.' }
      : {};
  if (body.kind === 'names') {
    const mimeType = MIME_TYPES[body.format ?? 'text'];
    return { post: { mimeType, text: '', params: withheld, ...comment } };
  }
  if (body.kind === 'text')
    return { post: { mimeType: FORM, text: body.text ?? '', params: withheld, ...comment } };
  const params = (body.fields ?? []).map(([name, value]) => ({ name, value }));
  return { post: { mimeType: FORM, text: formText(params), params: [...params, ...withheld], ...comment } };
}

function formText(params: readonly Pair[]): string {
  return params
    .map(({ name, value }) => `${formEncodeParameter(name)}=${formEncodeParameter(value)}`)
    .join('&');
}

function harEntry(entry: Entry) {
  const { page, at, took, method, url, headers, post, status, location, error, answer, comment } = entry;
  const received = entry.received ?? [];
  return {
    pageref: page,
    startedDateTime: dateTime(at),
    time: took,
    request: {
      method,
      url,
      httpVersion: 'unknown',
      cookies: [],
      headers,
      queryString: parseParameters(splitUrl(url).query ?? '').map(({ name, value }) => ({ name, value })),
      ...(post ? { postData: post } : {}),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status,
      statusText: '',
      httpVersion: 'unknown',
      cookies: [],
      headers: location === undefined ? received : [{ name: 'Location', value: location }, ...received],
      content: answer
        ? { size: answer.text.length, mimeType: answer.mimeType, text: answer.text }
        : { size: 0, mimeType: 'x-unknown' },
      redirectURL: location ?? '',
      headersSize: -1,
      bodySize: -1,
      ...(error === undefined ? {} : { _error: error }),
    },
    cache: {},
    timings: { send: 0, wait: took, receive: 0 },
    _resourceType: answer || comment.startsWith('call:') ? 'fetch' : 'document',
    comment,
  };
}

function dateTime(at: number): string {
  return new Date(at).toISOString();
}
