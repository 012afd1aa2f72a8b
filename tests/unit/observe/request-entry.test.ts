import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPageCall, readPageCall } from '../../../lib/flow/page-call.ts';
import {
  carriesToken,
  isOfExtension,
  mayBeCall,
  type RequestBegun,
  requestEntry,
} from '../../../lib/observe/request-entry.ts';

const begun = (more: Partial<RequestBegun> = {}): RequestBegun => ({
  requestId: '1',
  url: 'https://as.example/token',
  method: 'POST',
  type: 'xmlhttprequest',
  timeStamp: 1_767_323_045_000.4,
  initiator: 'https://app.example',
  ...more,
});

const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer as ArrayBuffer;

describe('requestEntry', () => {
  it('lists fields, and the origin of the page that the browser hides', () => {
    const formData = { grant_type: ['authorization_code'], code: ['c'] };
    expect(requestEntry(begun({ requestBody: { formData } }), [{ name: 'Accept', value: '*/*' }])).toEqual({
      startedDateTime: '2026-01-02T03:04:05.000Z',
      request: {
        method: 'POST',
        url: 'https://as.example/token',
        headers: [
          { name: 'Accept', value: '*/*' },
          { name: 'Origin', value: 'https://app.example' },
        ],
        postData: {
          params: [
            { name: 'grant_type', value: 'authorization_code' },
            { name: 'code', value: 'c' },
          ],
        },
      },
    });
  });

  it('names no origin for the page’s own server, a beacon, or where the browser tells it', () => {
    const names = (more: Partial<RequestBegun>, headers: Parameters<typeof requestEntry>[1] = []) =>
      requestEntry(begun(more), headers).request.headers;
    expect(names({ initiator: 'https://as.example' })).toEqual([]);
    expect(names({ type: 'ping' })).toEqual([]);
    expect(names({ initiator: undefined })).toEqual([]);
    expect(names({ initiator: 'null' })).toEqual([{ name: 'Origin', value: 'null' }]);
    expect(names({ initiator: undefined, originUrl: 'https://app.example/a?b' })).toEqual([
      { name: 'Origin', value: 'https://app.example' },
    ]);
    const told = [{ name: 'origin', value: 'https://told.example' }];
    expect(names({}, told)).toEqual(told);
  });

  it('gives the same call as DevTools do, whatever the body is', async () => {
    const text = 'grant_type=refresh_token&refresh_token=rt%2B1&client_id=app';
    const form = { grant_type: ['refresh_token'], refresh_token: ['rt+1'], client_id: ['app'] };
    const json = '{"grant_type":"refresh_token","refresh_token":"rt+1","client_id":"app"}';
    const response = { status: 200, headers: [] };
    const idOf = async (request: ReturnType<typeof requestEntry>) =>
      (await readPageCall({ ...request, time: 1, response }, undefined, undefined, 'webRequest'))?.kept.id;
    const shown = await readPageCall(
      {
        startedDateTime: '2026-01-02T03:04:05.000Z',
        time: 2,
        request: { method: 'POST', url: 'https://as.example/token', headers: [], postData: { text } },
        response,
      },
      '{}',
    );
    expect(shown?.kept.id).toMatch(/^page-/);
    expect(await idOf(requestEntry(begun({ requestBody: { formData: form } }), []))).toBe(shown?.kept.id);
    expect(await idOf(requestEntry(begun({ requestBody: { raw: [{ bytes: bytes(text) }] } }), []))).toBe(
      shown?.kept.id,
    );
    expect(await idOf(requestEntry(begun({ requestBody: { raw: [{ bytes: bytes(json) }] } }), []))).toBe(
      shown?.kept.id,
    );
  });

  it('reads any bytes, and none of a body that is too long', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (body) => {
        const raw = [{ bytes: Uint8Array.from(body).buffer }, { file: 'x' }];
        const entry = requestEntry(begun({ requestBody: { raw } }), []);
        expect(entry.request.postData === undefined).toBe(body.length === 0);
      }),
    );
    const long = [{ bytes: bytes(`grant_type=a&b=${'x'.repeat(1_000_000)}`) }];
    expect(requestEntry(begun({ requestBody: { raw: long } }), []).request.postData).toBeUndefined();
  });
});

describe('what is looked at', () => {
  it('is a body, an address of a key set or metadata, and a header with a token', () => {
    expect(mayBeCall(begun())).toBe(false);
    expect(mayBeCall(begun({ requestBody: { formData: { user: ['me'], toString: ['x'] } } }))).toBe(false);
    expect(mayBeCall(begun({ requestBody: { formData: { grant_type: ['password'] } } }))).toBe(true);
    expect(mayBeCall(begun({ requestBody: { raw: [{ bytes: bytes('{}') }] } }))).toBe(true);
    expect(mayBeCall(begun({ method: 'GET', url: 'https://shop.example/search?q=keys' }))).toBe(false);
    expect(mayBeCall(begun({ method: 'GET', url: 'https://as.example/jwks' }))).toBe(true);
    expect(carriesToken([{ name: 'Authorization', value: 'Bearer a' }])).toBe(true);
    expect(carriesToken([{ name: 'authorization', value: 'Basic YTpi' }])).toBe(false);
    expect(carriesToken(undefined)).toBe(false);
  });

  it('is nothing that an extension sends', () => {
    expect(isOfExtension(begun({ initiator: 'chrome-extension://abc' }))).toBe(true);
    expect(isOfExtension(begun({ initiator: undefined, originUrl: 'moz-extension://abc/x.html' }))).toBe(
      true,
    );
    expect(isOfExtension(begun())).toBe(false);
  });

  it('is no form of an ordinary page', () => {
    const entry = requestEntry(begun({ requestBody: { formData: { user: ['me'], password: ['x'] } } }), []);
    expect(isPageCall({ ...entry, time: 0, response: { status: 0, headers: [] } })).toBe(false);
  });
});
