import { describe, expect, it } from 'vitest';
import { createImporter } from '../../../lib/export/import-file.ts';
import { readHarEntry } from '../../../lib/export/import-har.ts';
import { runRules } from '../../../lib/rules/run.ts';
import { CATALOGUE } from '../support/catalogue.ts';

const AUTHORIZE =
  'https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=s1';
const BACK = 'https://app.example/cb?code=x1&state=other';

const base = { cache: {}, timings: { send: 0, wait: 5, receive: 1 } };
const at = (second: number): string => `2026-05-04T10:00:0${second}.250+02:00`;

/** As the Network panel of Chrome writes it. */
const chrome = {
  log: {
    version: '1.2',
    creator: { name: 'WebInspector', version: '537.36' },
    pages: [{ startedDateTime: at(0), id: 'page_1', title: 'x', pageTimings: {} }],
    entries: [
      {
        ...base,
        _resourceType: 'document',
        pageref: 'page_1',
        startedDateTime: at(1),
        time: 6.5,
        request: {
          method: 'GET',
          url: AUTHORIZE,
          headers: [{ name: 'accept', value: '*/*' }],
          queryString: [],
          cookies: [],
        },
        response: {
          status: 302,
          headers: [{ name: 'location', value: BACK }],
          content: { size: 0, mimeType: 'x-unknown' },
          redirectURL: BACK,
        },
      },
      {
        ...base,
        _resourceType: 'script',
        startedDateTime: at(1),
        time: 1,
        request: { method: 'GET', url: 'https://as.example/a.js?code=1&state=2', headers: [] },
        response: { status: 200, headers: [], content: { mimeType: 'text/javascript' }, redirectURL: '' },
      },
      {
        ...base,
        _resourceType: 'document',
        startedDateTime: at(2),
        time: 3,
        request: { method: 'GET', url: BACK, headers: [] },
        response: { status: 200, headers: [], content: { mimeType: 'text/html' }, redirectURL: '' },
      },
    ],
  },
};

/** As the Network panel of Firefox writes it: no resource types, but Fetch Metadata in the headers. */
const firefox = {
  log: {
    version: '1.2',
    creator: { name: 'Firefox', version: '140.0' },
    browser: { name: 'Firefox', version: '140.0' },
    pages: [
      { id: 'page_1', pageTimings: { onContentLoad: 1, onLoad: 2 }, startedDateTime: at(0), title: 'x' },
    ],
    entries: [
      {
        ...base,
        startedDateTime: at(1),
        time: 6,
        request: {
          method: 'POST',
          url: 'https://as.example/authorize',
          headers: [{ name: 'Sec-Fetch-Mode', value: 'navigate' }],
          postData: {
            mimeType: 'application/x-www-form-urlencoded',
            params: [{ name: 'client_id', value: 'c1' }],
            text: AUTHORIZE.split('?')[1],
          },
        },
        response: {
          status: 303,
          headers: [{ name: 'Location', value: `${BACK}#part` }],
          content: { mimeType: 'text/html' },
          redirectURL: BACK,
        },
      },
      {
        ...base,
        startedDateTime: at(2),
        time: 3,
        request: { method: 'GET', url: BACK, headers: [{ name: 'Sec-Fetch-Mode', value: 'navigate' }] },
        response: { status: 200, headers: [], content: { mimeType: 'text/html' }, redirectURL: '' },
      },
      {
        ...base,
        startedDateTime: at(2),
        time: 3,
        request: {
          method: 'GET',
          url: `${BACK}&again=1`,
          headers: [{ name: 'Sec-Fetch-Mode', value: 'cors' }],
        },
        response: { status: 200, headers: [], content: { mimeType: 'text/html' }, redirectURL: '' },
      },
    ],
  },
};

function flowsOf(file: unknown) {
  const importer = createImporter(0, CATALOGUE);
  importer.push(`\uFEFF${JSON.stringify(file, null, 2)}`.slice(1));
  return importer.finish();
}

describe('importing a HAR file', () => {
  it('makes flows of a recording of Chrome, with findings', () => {
    const outcome = flowsOf(chrome);
    const [flow, ...others] = outcome.ok ? outcome.value.flows : [];
    expect(others).toEqual([]);
    expect(flow).toMatchObject({ status: 'failed', startedAt: Date.parse(at(1)) });
    expect(flow?.hops.map(({ role, status, cause }) => [role, status, cause])).toEqual([
      ['authorize request', 302, 'start'],
      ['callback', 200, 'redirect'],
    ]);
    expect(flow && runRules(flow, { catalogue: CATALOGUE, now: 0 }).map(({ rule }) => rule)).toContain(
      'CB01',
    );
    expect(outcome.ok && outcome.value.skipped).toEqual([{ why: 'no navigation', count: 1 }]);
  });

  it('makes flows of a recording of Firefox, and brings the fragment back that the next request lacks', () => {
    const outcome = flowsOf(firefox);
    const [flow, ...others] = outcome.ok ? outcome.value.flows : [];
    expect(others).toEqual([]);
    expect(flow?.request?.values.state?.value).toBe('s1');
    expect(flow?.callback).toMatchObject({ url: `${BACK}#part`, delivery: 'answered', status: 200 });
    expect(flow?.hops.map(({ method, url }) => [method, url])).toEqual([
      ['POST', 'https://as.example/authorize'],
      ['GET', `${BACK}#part`],
    ]);
  });

  it('says why an entry is no exchange', () => {
    const request = { method: 'GET', url: AUTHORIZE };
    const skipped = [null, {}, { request: { ...request, url: 'data:x' } }, { request }].map((entry) =>
      readHarEntry(entry),
    );
    expect(skipped).toEqual([
      { skipped: 'no request with a method and a URL' },
      { skipped: 'no request with a method and a URL' },
      { skipped: 'no http or https URL' },
      { skipped: 'no startedDateTime that is a date' },
    ]);
  });

  it('counts the entries beyond its limit', () => {
    const importer = createImporter(0, CATALOGUE, { entries: 2, flows: 1 });
    importer.push(JSON.stringify({ log: { entries: [...chrome.log.entries, 1, 2] } }));
    const outcome = importer.finish();
    expect(outcome.ok && [outcome.value.entries, outcome.value.skipped]).toEqual([
      5,
      [
        { why: 'more than 2 entries', count: 3 },
        { why: 'no navigation', count: 1 },
      ],
    ]);
  });
});

describe('importing a trace of SAML-tracer', () => {
  const trace = (headers: (pairs: readonly (readonly [string, string])[]) => unknown) => ({
    requests: [
      {
        method: 'GET',
        url: AUTHORIZE,
        requestId: '1',
        requestHeaders: headers([]),
        responseStatus: 302,
        responseHeaders: headers([['Location', 'https://as.example/login']]),
      },
      {
        method: 'GET',
        url: 'https://as.example/login',
        requestId: '1',
        responseStatus: 200,
        responseHeaders: headers([]),
      },
      {
        method: 'POST',
        url: 'https://app.example/cb',
        requestId: '2',
        post: [
          ['code', 'x1'],
          ['state', 's1'],
        ],
        responseStatus: 200,
        responseHeaders: headers([]),
      },
      { method: 'GET', url: 'about:blank' },
    ],
    timestamp: '2026-05-04T10:00:00.000Z',
  });

  for (const [version, headers] of [
    [
      'now',
      (pairs: readonly (readonly [string, string])[]) => pairs.map(([name, value]) => ({ name, value })),
    ],
    ['before 1.0', (pairs: readonly (readonly [string, string])[]) => pairs],
  ] as const) {
    it(`makes flows of its requests, as it writes headers ${version}`, () => {
      const outcome = flowsOf(trace(headers));
      const [flow, ...others] = outcome.ok ? outcome.value.flows : [];
      expect(others).toEqual([]);
      expect(outcome.ok && outcome.value.skipped).toEqual([{ why: 'no http or https URL', count: 1 }]);
      expect(flow?.callback?.response.channel).toBe('form_post');
      expect(flow?.callback?.response.values.code?.value).toBe('x1');
      expect(flow?.hops.map(({ status, location }) => [status, location])).toEqual([
        [302, 'https://as.example/login'],
        [200, undefined],
        [200, undefined],
      ]);
    });
  }
});
