import {
  catalogue,
  EMPTY_FLOWS,
  evaluateCall,
  evaluateFlow,
  evaluateToken,
  flowsIn,
  observe,
  reduceFlows,
} from '../../../../lib/index.ts';

export type Flow = ReturnType<typeof flowsIn>[number];
export type Finding = ReturnType<typeof evaluateFlow>[number];
export type Options = NonNullable<Parameters<typeof evaluateFlow>[1]>;
export type Call = Parameters<typeof evaluateCall>[0];
export type Fields = Readonly<Record<string, string | undefined>>;
export type Json = Readonly<Record<string, unknown>>;

/** Milliseconds since the epoch at which journeys begin. */
export const NOW = 1_800_000_000_000;

/** The same in seconds, for claims. */
export const SECONDS = NOW / 1_000;

/** What a browser shows of one attempt. */
export interface Journey {
  readonly authorize?: string;
  /** Where the provider redirects. */
  readonly callback?: string;
  /** What the provider posts there instead. */
  readonly form?: Readonly<Record<string, string>>;
  /** HTTP status of the redirect. */
  readonly redirect?: number;
  /** HTTP status with which the callback, or the authorize URL when there is none, is answered. */
  readonly status?: number;
  /** Frame in which it takes place; 0 is the tab itself. */
  readonly frame?: number;
  /** Milliseconds after {@link NOW}. */
  readonly at?: number;
}

/** A URL with parameters encoded as a form; an undefined value leaves its parameter out. */
export function url(base: string, fields: Fields, mark: '?' | '#' = '?'): string {
  const sent = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  );
  return sent.length === 0 ? base : `${base}${mark}${new URLSearchParams(sent)}`;
}

/** The events of webRequest and webNavigation that Chromium delivers for a journey. */
export function eventsOf(journey: Journey, index = 0): readonly unknown[] {
  const { authorize, callback, form, redirect = 302, status = 200, frame = 0, at = 0 } = journey;
  const start = NOW + at;
  const common = { tabId: 3, frameId: frame, type: frame === 0 ? 'main_frame' : 'sub_frame' };
  const web = (requestId: string, event: string, time: number, details: object) => ({
    source: 'webRequest',
    event,
    details: { ...common, requestId, ...details, timeStamp: start + time },
  });
  const committed = (address: string, time: number) => ({
    source: 'webNavigation',
    event: 'onCommitted',
    details: { tabId: 3, frameId: frame, url: address, transitionType: 'link', timeStamp: start + time },
  });
  const one = `${index}.1`;
  const two = `${index}.2`;
  const events: unknown[] = [];
  if (authorize !== undefined) events.push(web(one, 'onBeforeRequest', 0, { url: authorize, method: 'GET' }));
  if (authorize !== undefined && callback !== undefined && !form) {
    const headers = [{ name: 'Location', value: callback }];
    events.push(
      web(one, 'onHeadersReceived', 10, { url: authorize, statusCode: redirect, responseHeaders: headers }),
      web(one, 'onBeforeRedirect', 10, { url: authorize, statusCode: redirect, redirectUrl: callback }),
    );
  } else if (authorize !== undefined) {
    const answer = callback === undefined ? status : 200;
    events.push(
      web(one, 'onHeadersReceived', 10, { url: authorize, statusCode: answer, responseHeaders: [] }),
      committed(authorize, 11),
    );
  }
  if (callback === undefined) return events;
  const id = form ? two : one;
  const sent = form
    ? {
        method: 'POST',
        requestBody: { formData: Object.fromEntries(Object.entries(form).map(([k, v]) => [k, [v]])) },
      }
    : { method: 'GET' };
  events.push(
    web(id, 'onBeforeRequest', 500, { url: callback, ...sent }),
    web(id, 'onHeadersReceived', 520, { url: callback, statusCode: status, responseHeaders: [] }),
    committed(callback, 530),
  );
  return events;
}

/** Every flow that journeys of one tab, one after another, give. */
export function flowsOf(...journeys: readonly Journey[]): readonly Flow[] {
  const events = journeys.flatMap((journey, index) => eventsOf({ at: index * 60_000, ...journey }, index));
  return flowsIn(
    events.reduce<typeof EMPTY_FLOWS>(
      (flows, event) => reduceFlows(flows, observe(event), catalogue),
      EMPTY_FLOWS,
    ),
  );
}

/** The only flow of a journey. */
export function flowOf(journey: Journey): Flow {
  const flows = flowsOf(journey);
  const [flow] = flows;
  if (!flow || flows.length > 1) throw new Error(`expected one flow, got ${flows.length}`);
  return flow;
}

/** Findings on the only flow of a journey, a second after it began. */
export function ofJourney(journey: Journey, options: Options = {}): readonly Finding[] {
  return evaluateFlow(flowOf(journey), { catalogue, now: NOW + 1_000, timeZone: 'UTC', ...options });
}

/** Findings on a call, for a flow where there is one. */
export function ofCall(call: Call, options: Options = {}, journey?: Journey): readonly Finding[] {
  const flow = journey && flowOf(journey);
  return evaluateCall(
    { at: NOW + 2_000, status: 200, ...call },
    { catalogue, now: NOW + 3_000, timeZone: 'UTC', ...options, ...(flow ? { flow } : {}) },
  );
}

/** Findings on a token by itself. */
export function ofToken(text: string, options: Parameters<typeof evaluateToken>[1] = {}): readonly Finding[] {
  return evaluateToken(text, { now: NOW, timeZone: 'UTC', ...options });
}

/** Fields of a call in one place of it. */
export function fieldsIn(place: string, fields: Fields): NonNullable<Call['fields']> {
  return Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [{ in: place, name, value }],
  );
}

/** Bytes of a signature by its algorithm; 2048-bit RSA otherwise. */
const BYTES: Readonly<Record<string, number>> = {
  none: 0,
  HS256: 32,
  HS384: 48,
  HS512: 64,
  ES256: 64,
  ES384: 96,
  EdDSA: 64,
};

/** A compact JWS with bytes in the place of its signature, which nothing here verifies. */
export function token(claims: Json, header: Json = {}, bytes?: number): string {
  const whole: Json = { alg: 'PS256', kid: 'k1', ...header };
  const length = bytes ?? BYTES[String(whole.alg)] ?? 256;
  const signature = Buffer.alloc(length, 0x5a).toString('base64url');
  return `${base64url(JSON.stringify(whole))}.${base64url(JSON.stringify(claims))}.${signature}`;
}

export function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
