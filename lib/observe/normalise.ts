import { MAX_TEXT, type Observation, type RequestBody } from '../flow/observation.ts';
import { originOf } from '../oauth/url.ts';
import type { EventMetadata } from './event-metadata.ts';

/** What both browsers' webRequest events share, as far as it is read. */
interface RequestDetails {
  readonly requestId: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string;
}

/** What is read of webRequest.onBeforeRequest; the browsers differ in how they name the initiator. */
export interface BeforeRequestDetails extends RequestDetails {
  readonly method: string;
  readonly initiator?: string | undefined;
  readonly originUrl?: string | undefined;
  readonly requestBody?:
    | {
        readonly formData?: Readonly<Record<string, readonly unknown[]>> | undefined;
        readonly raw?: readonly { readonly bytes?: unknown }[] | undefined;
      }
    | null
    | undefined;
}

interface ResponseDetails extends RequestDetails {
  readonly statusCode: number;
  readonly responseHeaders?:
    | readonly { readonly name: string; readonly value?: string | undefined }[]
    | undefined;
}

interface NavigationDetails {
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string;
}

/** webRequest.onBeforeRequest → observation. */
export function requestObserved(details: BeforeRequestDetails, metadata: EventMetadata): Observation {
  const initiator = originText(details.initiator ?? details.originUrl);
  const body = readBody(details.requestBody);
  return {
    ...metadata,
    kind: 'request',
    eventSource: 'webRequest',
    tabId: details.tabId,
    frameId: details.frameId,
    requestId: details.requestId,
    method: details.method,
    url: bounded(details.url),
    ...(body ? { body } : {}),
    ...(initiator ? { initiator } : { browserInitiated: true }),
  };
}

/** Chromium gives an origin, Firefox the whole URL of the page; `null` stands for a page without an origin of its own. */
function originText(initiator: string | undefined): string | undefined {
  if (!initiator) return undefined;
  return /^(?:https?|[a-z-]+-extension):/i.test(initiator) ? originOf(initiator) : 'null';
}

/** Longest Referrer-Policy that is kept, in UTF-16 units. */
const MAX_POLICY = 200;

/** webRequest.onHeadersReceived → observation. */
export function responseObserved(details: ResponseDetails, metadata: EventMetadata): Observation {
  const header = (name: string): string | undefined =>
    details.responseHeaders?.find((one) => one.name.toLowerCase() === name)?.value;
  const location = header('location');
  const referrerPolicy = header('referrer-policy');
  const framing = details.frameId > 0 ? framingOf(header) : undefined;
  return {
    ...metadata,
    kind: 'response',
    eventSource: 'webRequest',
    tabId: details.tabId,
    frameId: details.frameId,
    requestId: details.requestId,
    url: bounded(details.url),
    status: details.statusCode,
    ...(location === undefined ? {} : { location: bounded(location) }),
    ...(referrerPolicy === undefined ? {} : { referrerPolicy: referrerPolicy.slice(0, MAX_POLICY) }),
    ...(framing === undefined ? {} : { framing: framing.slice(0, MAX_POLICY) }),
  };
}

/** What an answer says of frames: X-Frame-Options, and of the content security policy that directive alone. */
function framingOf(header: (name: string) => string | undefined): string | undefined {
  const ancestors = /frame-ancestors[^;,]*/i.exec(header('content-security-policy') ?? '')?.[0];
  const said = [header('x-frame-options'), ancestors].filter((one) => one !== undefined);
  return said.length === 0 ? undefined : said.join('\n');
}

/** webRequest.onErrorOccurred → observation. */
export function requestFailed(
  details: RequestDetails & { readonly error: string },
  metadata: EventMetadata,
): Observation {
  return {
    ...metadata,
    kind: 'request-failed',
    eventSource: 'webRequest',
    tabId: details.tabId,
    frameId: details.frameId,
    requestId: details.requestId,
    url: bounded(details.url),
    error: details.error,
  };
}

/** webNavigation.onBeforeNavigate → observation. */
export function navigationStarted(details: NavigationDetails, metadata: EventMetadata): Observation {
  return { ...metadata, ...navigation(details), kind: 'navigating' };
}

const BY_PERSON = new Set([
  'typed',
  'auto_bookmark',
  'generated',
  'keyword',
  'keyword_generated',
  'start_page',
]);

/** webNavigation.onCommitted → observation. */
export function navigationCommitted(
  details: NavigationDetails & {
    readonly transitionType?: string | undefined;
    readonly transitionQualifiers?: readonly string[] | undefined;
  },
  metadata: EventMetadata,
): Observation {
  const qualifiers = details.transitionQualifiers ?? [];
  const byPerson =
    !qualifiers.includes('client_redirect') &&
    (BY_PERSON.has(details.transitionType ?? '') ||
      qualifiers.includes('from_address_bar') ||
      qualifiers.includes('forward_back'));
  const byLink = details.transitionType === 'link' && !qualifiers.includes('client_redirect');
  return { ...metadata, ...navigation(details), kind: 'committed', byPerson, ...(byLink ? { byLink } : {}) };
}

/** webNavigation.onErrorOccurred → observation. Firefox gives no error name. */
export function navigationFailed(
  details: NavigationDetails & { readonly error?: string },
  metadata: EventMetadata,
): Observation {
  return {
    ...metadata,
    ...navigation(details),
    kind: 'navigation-failed',
    error: details.error ?? 'navigation failed',
  };
}

/** webNavigation.onCreatedNavigationTarget → observation. */
export function tabOpened(
  details: {
    readonly tabId: number;
    readonly sourceTabId: number;
    readonly sourceFrameId: number;
    readonly url: string;
  },
  metadata: EventMetadata,
): Observation {
  return {
    ...metadata,
    kind: 'opened',
    eventSource: 'webNavigation',
    tabId: details.tabId,
    frameId: 0,
    openerTabId: details.sourceTabId,
    openerFrameId: details.sourceFrameId,
    url: bounded(details.url),
  };
}

function navigation({ tabId, frameId, url }: NavigationDetails) {
  return { eventSource: 'webNavigation', tabId, frameId, url: bounded(url) } as const;
}

function readBody(body: BeforeRequestDetails['requestBody']): RequestBody | undefined {
  if (body?.formData) {
    const fields = Object.entries(body.formData).flatMap(([name, values]) =>
      values.map((value): [string, string] => [
        name,
        bounded(typeof value === 'string' ? value : '(binary)'),
      ]),
    );
    return { kind: 'form', fields };
  }
  if (!body?.raw?.length) return undefined;
  const decoder = new TextDecoder();
  const whole = body.raw
    .map(({ bytes }) => (bytes instanceof ArrayBuffer ? decoder.decode(bytes, { stream: true }) : ''))
    .join('');
  const text = bounded(whole);
  return { kind: 'text', text, ...(text.length < whole.length ? { truncated: true } : {}) };
}

function bounded(text: string): string {
  return text.length <= MAX_TEXT ? text : text.slice(0, MAX_TEXT);
}
