import { generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import {
  buildCall,
  catalogue,
  createCatalogue,
  decodeToken,
  EMPTY_FLOWS,
  evaluateCall,
  evaluateFlow,
  evaluateToken,
  flowsIn,
  observe,
  outcomeOf,
  redact,
  reduceFlows,
  signToken,
  verifyToken,
} from '../../../lib/index.ts';
import { SAMPLE } from '../profiles/sample-profile.ts';
import { dauthCall } from '../rules/support/request-flows.ts';

const NOW = 1_800_000_000_000;
const STATE = 'Zk3vQ1x8T0yWm5bR7cN2dL';
const CALLBACK = 'https://app.example/callback';

/** What a browser tells of a redirect from an authorize URL to a callback. */
function redirect(authorize: string, callback: string) {
  const common = { requestId: '7', tabId: 3, frameId: 0, type: 'main_frame' };
  const web = (event: string, timeStamp: number, details: object) => ({
    source: 'webRequest',
    event,
    details: { ...common, ...details, timeStamp: NOW + timeStamp },
  });
  return [
    web('onBeforeRequest', 0, { url: authorize, method: 'GET' }),
    web('onHeadersReceived', 10, {
      url: authorize,
      statusCode: 302,
      responseHeaders: [{ name: 'Location', value: callback }],
    }),
    web('onBeforeRedirect', 10, { url: authorize, statusCode: 302, redirectUrl: callback }),
    web('onBeforeRequest', 11, { url: callback, method: 'GET' }),
    web('onHeadersReceived', 20, { url: callback, statusCode: 200, responseHeaders: [] }),
    {
      source: 'webNavigation',
      event: 'onCommitted',
      details: { tabId: 3, frameId: 0, url: callback, transitionType: 'link', timeStamp: NOW + 21 },
    },
  ];
}

const flowsOf = (events: readonly unknown[], known = catalogue) =>
  flowsIn(
    events.reduce(
      (flows: typeof EMPTY_FLOWS, event) => reduceFlows(flows, observe(event), known),
      EMPTY_FLOWS,
    ),
  );

const url = (endpoint: string, fields: Readonly<Record<string, string>>): string =>
  `${endpoint}?${new URLSearchParams(fields)}`;

/** Header and claims of Leatherback's request, unsigned. */
const REQUEST_OBJECT = [
  { alg: 'PS256', kid: 'k1' },
  { response_type: 'code id_token', client_id: 'c1', redirect_uri: CALLBACK, scope: 'accounts' },
]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .concat('c2ln')
  .join('.');

const PLAIN = { response_type: 'code', client_id: 'c1', redirect_uri: CALLBACK, state: STATE };

describe('the front door', () => {
  it.each([
    [
      'connectpay',
      url('https://api-stage.connectpay.com/auth/v1/oauth2/authorize', {
        response_type: 'code',
        client_id: '7d3069b2-0155-45c1-9600-7db93c3e5087',
        flowid: 'GetPSD2AuthCode',
        redirect_url: CALLBACK,
        scope: 'psd2-ais',
        state: STATE,
        nonce: 'b0f6a1de-5c1e-4c0e-9a7b-2f6d1f3f8a44',
      }),
      url(CALLBACK, { code: 'abc', state: 'other', flowid: 'GetPSD2AuthCode' }),
    ],
    [
      'leatherback',
      url('https://app-leatherback-openbanking-dev.azurewebsites.net/', {
        request: REQUEST_OBJECT,
        state: STATE,
      }),
      url(CALLBACK, { authorizationCode: 'abc', state: 'other' }),
    ],
    [
      'finapi',
      url('https://webform-sandbox.finapi.io/wf/1', { redirectUrl: CALLBACK, client_id: 'c1', state: STATE }),
      url(CALLBACK, { code: 'abc', state: 'other' }),
    ],
    [
      'openid',
      url('https://idp.example/authorize', { ...PLAIN, scope: 'openid' }),
      url(CALLBACK, { code: 'abc', state: 'other' }),
    ],
  ])(
    'makes a flow of %s of raw events, and says that its state differs',
    (profileId, authorize, callback) => {
      const [flow, ...more] = flowsOf(redirect(authorize, callback));
      expect(more).toEqual([]);
      expect(flow?.profileId).toBe(profileId);
      expect(flow?.callback?.response.values.code?.value).toBe('abc');
      const findings = flow ? evaluateFlow(flow, { catalogue, now: NOW }) : [];
      expect(findings.filter(({ rule }) => rule === 'CB01').map(({ severity }) => severity)).toContain(
        'error',
      );
      expect(flow && outcomeOf(flow, findings)).toMatchObject({ kind: 'state-mismatch' });
    },
  );

  it('begins with nothing, passes over what is no observation, and drops ordinary traffic', () => {
    expect(reduceFlows(undefined, undefined)).toBe(EMPTY_FLOWS);
    const ordinary = { requestId: '1', tabId: 1, frameId: 0, url: 'https://news.example/', method: 'GET' };
    expect(reduceFlows(undefined, observe(ordinary))).toBe(EMPTY_FLOWS);
    expect(
      observe({ source: 'webRequest', event: 'onBeforeRequest', details: { ...ordinary, type: 'image' } }),
    ).toBe(undefined);
    for (const value of [undefined, null, 5, 'x', [], {}]) expect(observe(value)).toBeUndefined();
  });

  it('knows the details of a listener without their name where only one event has them', () => {
    const named = redirect(
      url('https://as.example/authorize', PLAIN),
      url(CALLBACK, { code: 'a', state: STATE }),
    );
    const bare = named.map(({ details }) => details);
    const [flow] = flowsOf(bare);
    expect(flow).toMatchObject({ callback: { delivery: 'answered', status: 200 } });
    expect(flow?.hops.map(({ role, cause }) => [role, cause])).toEqual([
      ['authorize request', 'start'],
      ['callback', 'redirect'],
    ]);
  });

  it('makes the same flow of HAR entries, with the fragment that the file leaves out', () => {
    const authorize = url('https://as.example/authorize', { ...PLAIN, response_type: 'code id_token' });
    const entry = (at: number, address: string, status: number, location?: string) => ({
      startedDateTime: new Date(NOW + at).toISOString(),
      time: 5,
      _resourceType: 'document',
      request: { method: 'GET', url: address, headers: [] },
      response: {
        status,
        headers: location === undefined ? [] : [{ name: 'location', value: location }],
        content: { mimeType: 'text/html' },
      },
    });
    const entries = [
      entry(0, authorize, 302, `${CALLBACK}#code=abc&state=${STATE}`),
      entry(10, CALLBACK, 200),
    ];
    for (const events of [entries, entries.map((one) => ({ source: 'har', entry: one }))]) {
      const [flow, ...more] = flowsOf(events);
      expect(more).toEqual([]);
      expect(flow?.callback).toMatchObject({
        url: `${CALLBACK}#code=abc&state=${STATE}`,
        delivery: 'answered',
      });
      expect(flow?.hops.map(({ cause }) => cause)).toEqual(['start', 'redirect']);
    }
  });

  it('reads, matches and evaluates by the spellings of an added profile alone', () => {
    const own = createCatalogue({
      own: [{ ...SAMPLE, aliases: { authCode: 'code', returnTo: 'redirect_uri', csrf: 'state' } }],
    });
    const authorize = url('https://unknown.example/start', {
      response_type: 'code',
      client_id: 'c1',
      returnTo: CALLBACK,
      csrf: STATE,
    });
    const post = {
      source: 'webRequest',
      event: 'onBeforeRequest',
      details: {
        requestId: '8',
        tabId: 3,
        frameId: 0,
        url: CALLBACK,
        method: 'POST',
        timeStamp: NOW + 50,
        requestBody: { formData: { authCode: ['abc'], csrf: ['other'] } },
      },
    };
    const events = [redirect(authorize, CALLBACK)[0], post];
    const [flow] = flowsOf(events, own);
    expect(flow?.callback?.response).toMatchObject({
      channel: 'form_post',
      values: { code: { name: 'authCode', value: 'abc' }, state: { name: 'csrf', value: 'other' } },
    });
    expect(flow && evaluateFlow(flow, { catalogue: own, now: NOW }).map(({ rule }) => rule)).toContain(
      'CB01',
    );
    expect(flowsOf([post]).length).toBe(0);
  });

  it('signs, decodes, verifies and evaluates a token', async () => {
    const { publicKey, privateKey } = await generateKeyPair('PS256');
    const token = await signToken(
      { alg: 'PS256', kid: 'k1' },
      { iss: 'https://as.example', exp: 1 },
      privateKey,
    );
    expect(decodeToken(token).payload).toEqual({ iss: 'https://as.example', exp: 1 });
    expect(await verifyToken(token, publicKey, { now: 0 })).toMatchObject({ status: 'verified' });
    const unsigned = 'eyJhbGciOiJub25lIn0.e30.';
    expect(evaluateToken(unsigned, { now: NOW }).map(({ rule }) => rule)).toContain('JW03');
  });

  it('builds the call of a step and evaluates it with its secrets', () => {
    const step = catalogue.byId.get('leatherback')?.steps?.find(({ id }) => id === 'exchange');
    if (!step) throw new Error('Leatherback has no step called exchange.');
    const built = buildCall(step, { code: 'abc', client_id: 'c1', client_secret: 's' }, { now: NOW });
    expect(built).toMatchObject({ method: 'POST', encoding: 'form' });
    expect(built?.body).toContain('code=abc');
    const call = {
      profileId: 'leatherback',
      ...built,
      method: 'POST',
      url: 'https://as.example/token',
    } as const;
    const fields = [...(built?.fields ?? []), { in: 'form', name: 'authorizationCode', value: 'abc' }];
    expect(evaluateCall({ ...call, fields }, { now: NOW }).map(({ rule }) => rule)).toContain('LB05');
    expect(evaluateCall(call, { now: NOW }).map(({ rule }) => rule)).not.toContain('LB05');
  });

  it('evaluates a DAuth call by the token in its header', () => {
    const call = dauthCall({}, { alg: 'HS256' }) as Parameters<typeof evaluateCall>[0];
    expect(evaluateCall(call, { now: NOW }).map(({ rule }) => rule)).toContain('DA01');
  });

  it('redacts a flow', () => {
    const [flow] = flowsOf(
      redirect(
        url('https://as.example/authorize', PLAIN),
        url(CALLBACK, { code: 'secret-code', state: STATE }),
      ),
    );
    expect(JSON.stringify(redact(flow))).not.toContain('secret-code');
  });
});
