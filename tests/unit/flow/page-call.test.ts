import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkEntry } from '../../../lib/flow/network-entry.ts';
import { isPageCall, readPageCall } from '../../../lib/flow/page-call.ts';

interface Made {
  readonly url?: string;
  readonly body?: string;
  readonly type?: string;
  readonly status?: number;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly responseHeaders?: Readonly<Record<string, string>>;
  readonly error?: string;
}

const headers = (values: Readonly<Record<string, string>> = {}) =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

function entry(made: Made): NetworkEntry {
  return {
    startedDateTime: '2026-01-02T03:04:05.000Z',
    time: 12.5,
    ...(made.error === undefined ? {} : { _error: made.error }),
    request: {
      method: 'POST',
      url: made.url ?? 'https://op.example/token?tenant=a#b',
      headers: headers(made.requestHeaders),
      ...(made.body === undefined
        ? {}
        : { postData: { mimeType: made.type ?? 'application/x-www-form-urlencoded', text: made.body } }),
    },
    response: {
      status: made.status ?? 200,
      headers: headers({ 'Content-Type': 'application/json', ...made.responseHeaders }),
    },
  };
}

const EXCHANGE =
  'grant_type=authorization_code&code=c-1&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&client_id=app&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk&client_secret=s3cret';

describe('readPageCall', () => {
  it('reads a token request, keeps no secret of it, and gives by what its flow is found', async () => {
    const call = await readPageCall(entry({ body: EXCHANGE }), '{"access_token":"at"}');
    expect(call?.kept).toEqual({
      id: expect.stringMatching(/^page-1767323045000-/),
      seenBy: 'devtools.network',
      profileId: '',
      stepId: 'page:token',
      name: 'Token request of the page',
      at: 1_767_323_045_000,
      elapsed: 12.5,
      method: 'POST',
      url: 'https://op.example/token',
      encoding: 'form',
      status: 200,
      contentType: 'application/json',
      cacheControl: '',
      body: '{"access_token":"at"}',
      fields: [
        { in: 'form', name: 'grant_type', value: 'authorization_code' },
        { in: 'form', name: 'code', value: 'c-1' },
        { in: 'form', name: 'redirect_uri', value: 'https://app.example/cb' },
        { in: 'form', name: 'client_id', value: 'app' },
        { in: 'form', name: 'code_verifier' },
        { in: 'form', name: 'client_secret' },
      ],
    });
    expect(call?.whole.fields.map(({ value }) => value)).toContain('s3cret');
    // The pair of RFC 7636 appendix B.
    expect(call?.keys).toEqual({
      code: 'c-1',
      challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      clientId: 'app',
      redirectUri: 'https://app.example/cb',
    });
  });

  it('reads members of a JSON body, and an Authorization header without its value', async () => {
    const call = await readPageCall(
      entry({
        body: '{"grant_type":"refresh_token","refresh_token":"rt"}',
        type: 'application/json',
        requestHeaders: { authorization: 'Basic YTpi' },
      }),
      undefined,
    );
    expect(call?.kept.fields).toEqual([
      { in: 'header', name: 'Authorization' },
      { in: 'json', name: 'grant_type', value: 'refresh_token' },
      { in: 'json', name: 'refresh_token' },
    ]);
    expect(call?.keys).toEqual({ token: 'rt', server: 'https://op.example' });
    expect(call?.kept.body).toBeUndefined();
  });

  it('keeps nothing of what UserInfo says of a person', async () => {
    const asked = { url: 'https://op.example/userinfo', requestHeaders: { Authorization: 'Bearer at' } };
    const call = await readPageCall(entry(asked), '{"email":"person@example.org"}');
    expect(JSON.stringify(call?.kept)).not.toContain('person@');
    expect(call?.keys).toEqual({ token: 'at', server: 'https://op.example' });
  });

  it('says that CORS withheld the response, whether the browser marks it or not', async () => {
    const crossing = { body: EXCHANGE, requestHeaders: { Origin: 'http://app.example' } };
    for (const error of [undefined, 'net::ERR_FAILED']) {
      const made = error === undefined ? crossing : { ...crossing, error };
      expect((await readPageCall(entry(made), undefined))?.kept.error).toContain(
        'The browser withheld the response from http://app.example (CORS): it has no Access-Control-Allow-Origin.',
      );
    }
    const allowed = { ...crossing, responseHeaders: { 'Access-Control-Allow-Origin': 'http://app.example' } };
    expect((await readPageCall(entry(allowed), undefined))?.kept.error).toBeUndefined();
  });

  it('keeps of a call with the access token that it was made, and what its answer asked for', async () => {
    const call = await readPageCall(
      entry({
        url: 'https://api.example/accounts?iban=DE1',
        body: '{"iban":"DE1"}',
        status: 401,
        requestHeaders: { Authorization: 'Bearer at' },
        responseHeaders: {
          'WWW-Authenticate': 'Bearer error="invalid_token"',
          Date: 'Fri, 02 Jan 2026 03:04:05 GMT',
        },
      }),
      '{"iban":"DE1"}',
    );
    expect(JSON.stringify(call?.kept)).not.toContain('DE1');
    expect(call?.kept).toMatchObject({
      stepId: 'page:resource',
      url: 'https://api.example/accounts',
      status: 401,
      challenge: 'Bearer error="invalid_token"',
      date: Date.UTC(2026, 0, 2, 3, 4, 5),
      fields: [{ in: 'header', name: 'Authorization' }],
    });
    expect(call?.keys).toEqual({ token: 'at' });
  });

  it('finds the flow of a pushed request by the request_uri that came back', async () => {
    const made = entry({ url: 'https://op.example/par', body: 'client_id=app&response_type=code' });
    const call = await readPageCall(made, '{"request_uri":"urn:x","expires_in":60}');
    expect(call?.kind).toBe('par');
    expect(call?.keys).toEqual({ clientId: 'app', requestUri: 'urn:x' });
  });

  it('explains by its preflight why a request was never sent', async () => {
    const preflight: NetworkEntry = {
      ...entry({
        status: 403,
        requestHeaders: { Origin: 'http://app.example', 'Access-Control-Request-Method': 'POST' },
      }),
    };
    const failed = entry({ body: EXCHANGE, status: 0, error: 'net::ERR_FAILED' });
    const { kept } = (await readPageCall(failed, undefined, preflight)) ?? {};
    expect(kept?.cors).toEqual({
      kind: 'preflight-refused',
      origin: 'http://app.example',
      preflight: true,
      status: 403,
    });
    expect(kept?.error).toContain('the preflight (OPTIONS) was answered with 403');
  });

  it('names the browser’s error when there was no answer', async () => {
    const call = await readPageCall(
      entry({ body: EXCHANGE, status: 0, error: 'net::ERR_CONNECTION_REFUSED' }),
      undefined,
    );
    expect(call?.kept).toMatchObject({ error: 'net::ERR_CONNECTION_REFUSED' });
    expect(call?.kept.status).toBeUndefined();
  });

  it('leaves everything else alone, and never fails', async () => {
    expect(isPageCall(entry({ body: 'username=me&password=secret' }))).toBe(false);
    expect(await readPageCall(entry({}), 'text')).toBeUndefined();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), async (body, url) => {
        const call = await readPageCall(entry({ body, url }), body);
        expect(call === undefined).toBe(!isPageCall(entry({ body, url })));
      }),
    );
  });

  it('keeps the values of listed fields only', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[a-z_]{1,20}$/), fc.uuid(), async (name, value) => {
        fc.pre(!/^(code|scope|audience|resource|grant_type)$/.test(name));
        const body = `grant_type=client_credentials&${name}=${value}`;
        const call = await readPageCall(entry({ body }), undefined);
        expect(JSON.stringify(call?.kept)).not.toContain(value);
      }),
    );
  });
});
