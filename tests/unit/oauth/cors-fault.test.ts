import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CrossOriginExchange, corsFault } from '../../../lib/oauth/cors-fault.ts';
import { explainCors } from '../../../lib/oauth/explain-cors.ts';

const PAGE = 'http://localhost:3000';
const headers = (values: Readonly<Record<string, string>> = {}) =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

interface Made {
  readonly origin?: string;
  readonly url?: string;
  readonly method?: string;
  readonly status?: number;
  readonly failed?: boolean;
  readonly sent?: Readonly<Record<string, string>>;
  readonly received?: Readonly<Record<string, string>>;
  readonly preflight?: {
    readonly status: number;
    readonly asked?: string;
    readonly method?: string;
    readonly received?: Readonly<Record<string, string>>;
  };
}

function fault({ preflight, ...made }: Made) {
  const exchange: CrossOriginExchange = {
    origin: made.origin ?? PAGE,
    method: made.method ?? 'POST',
    url: made.url ?? 'https://as.example/token',
    requestHeaders: headers(made.sent),
    status: made.status ?? 200,
    responseHeaders: headers(made.received),
    failed: made.failed ?? false,
    ...(preflight
      ? {
          preflight: {
            status: preflight.status,
            requestHeaders: headers({
              'Access-Control-Request-Method': preflight.method ?? 'POST',
              ...(preflight.asked ? { 'Access-Control-Request-Headers': preflight.asked } : {}),
            }),
            responseHeaders: headers(preflight.received),
          },
        }
      : {}),
  };
  return corsFault(exchange);
}

const allow = (origin: string, more: Readonly<Record<string, string>> = {}) => ({
  'access-control-allow-origin': origin,
  ...more,
});
const refusedBy = (preflight: NonNullable<Made['preflight']>, more: Made = {}) =>
  fault({ status: 0, failed: true, preflight, ...more });

describe('corsFault', () => {
  it('finds nothing where the page gets its response', () => {
    expect(fault({ received: allow(PAGE) })).toBeUndefined();
    expect(fault({ received: allow('*') })).toBeUndefined();
    expect(fault({ origin: 'https://as.example' })).toBeUndefined();
    expect(fault({ status: 400, received: allow(PAGE) })).toBeUndefined();
  });

  it('finds nothing in a request whose response no page reads, such as a beacon', () => {
    expect(fault({ sent: { 'Sec-Fetch-Mode': 'no-cors' } })).toBeUndefined();
    expect(fault({ sent: { 'Sec-Fetch-Mode': 'cors' } })?.kind).toBe('origin-missing');
  });

  it('reads what a response allows', () => {
    expect(fault({})).toEqual({ kind: 'origin-missing', origin: PAGE, preflight: false });
    expect(fault({ received: allow('https://other.example') })).toEqual({
      kind: 'origin-wrong',
      origin: PAGE,
      preflight: false,
      allowed: 'https://other.example',
    });
    expect(fault({ received: allow(`${PAGE}, ${PAGE}`) })?.kind).toBe('origin-wrong');
    expect(fault({ received: allow(`${PAGE}/`) })?.kind).toBe('origin-wrong');
    expect(fault({ origin: 'null' })?.kind).toBe('null-origin');
    expect(fault({ origin: 'null', received: allow(PAGE) })?.kind).toBe('null-origin');
    expect(fault({ origin: 'null', received: allow('null') })).toBeUndefined();
  });

  it('tells credentials by a cookie, or by a failure that nothing else explains', () => {
    expect(fault({ sent: { cookie: 'a=1' }, received: allow('*') })?.kind).toBe('wildcard-with-credentials');
    expect(fault({ failed: true, received: allow('*') })?.kind).toBe('wildcard-with-credentials');
    expect(fault({ failed: true, received: allow(PAGE) })?.kind).toBe('credentials-not-allowed');
    const both = allow(PAGE, { 'access-control-allow-credentials': 'true' });
    expect(fault({ failed: true, received: both })).toBeUndefined();
    expect(fault({ failed: true, status: 302, received: both })?.kind).toBe('redirected');
  });

  it('reads what a preflight allows', () => {
    expect(refusedBy({ status: 403 })).toEqual({
      kind: 'preflight-refused',
      origin: PAGE,
      preflight: true,
      status: 403,
    });
    expect(refusedBy({ status: 302 })?.kind).toBe('preflight-redirected');
    expect(refusedBy({ status: 0 })?.kind).toBe('preflight-failed');
    expect(refusedBy({ status: 204 })?.kind).toBe('origin-missing');
    expect(refusedBy({ status: 204, received: allow('https://b.example') })?.kind).toBe('origin-wrong');
    const asked = { status: 204, asked: 'authorization,x-app' };
    expect(refusedBy({ ...asked, received: allow(PAGE, { 'access-control-allow-headers': '*' }) })).toEqual({
      kind: 'header-not-allowed',
      origin: PAGE,
      preflight: true,
      names: ['authorization'],
    });
    const headersAllowed = allow(PAGE, { 'Access-Control-Allow-Headers': 'X-App, Authorization' });
    expect(refusedBy({ ...asked, received: headersAllowed })).toBeUndefined();
    expect(refusedBy({ status: 204, method: 'PUT', received: allow(PAGE) })).toMatchObject({
      kind: 'method-not-allowed',
      names: ['PUT'],
    });
    const putAllowed = allow(PAGE, { 'access-control-allow-methods': 'GET, PUT' });
    expect(refusedBy({ status: 204, method: 'PUT', received: putAllowed })).toBeUndefined();
  });

  it('knows mixed content, which loopback hosts are not', () => {
    const mixed = { origin: 'https://app.example', status: 0, failed: true };
    expect(fault({ ...mixed, url: 'http://as.example/token' })?.kind).toBe('mixed-content');
    expect(fault({ ...mixed, url: 'http://localhost:8080/token' })).toBeUndefined();
    expect(fault({ ...mixed, url: 'http://127.0.0.1:8080/token' })).toBeUndefined();
    expect(fault({ ...mixed, url: 'https://as.example/token' })).toBeUndefined();
    expect(fault({ ...mixed, url: 'http://127.evil.example/token' })?.kind).toBe('mixed-content');
  });

  it('explains every fault in a sentence with a remedy, whatever the headers say', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(0, 200, 204, 301, 403),
        fc.boolean(),
        (value, status, failed) => {
          const found = fault({
            status,
            failed,
            received: allow(value),
            preflight: { status: 204, asked: value, received: allow(value) },
          });
          if (!found) return;
          const { message, remedy } = explainCors(found);
          expect(message).toMatch(/^The browser .*\(CORS\): .*\.$/su);
          expect(remedy).toMatch(/^\p{Lu}.*\.$/su);
        },
      ),
    );
  });
});
