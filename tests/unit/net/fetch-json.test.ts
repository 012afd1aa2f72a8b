import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchJson } from '../../../lib/net/fetch-json.ts';
import { fetchText } from '../../../lib/net/fetch-text.ts';
import { type HostileServer, startHostileServer } from './hostile-server.ts';

let server: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(() => server.stop());

const BOUNDS = { limit: 1_000_000, timeout: 60_000 };

/** The platform's fetch, which counts the decoded bytes that are taken from it. */
function counting() {
  let bytes = 0;
  const fetch: typeof globalThis.fetch = async (...args) => {
    const response = await globalThis.fetch(...args);
    const counted = response.body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          bytes += chunk.byteLength;
          controller.enqueue(chunk);
        },
      }),
    );
    return new Response(counted ?? null, response);
  };
  return { fetch, bytes: () => bytes };
}

describe('fetchJson, from a real server', () => {
  it('gives the value, the address that answered, and its text', async () => {
    const answer = await fetchJson({ url: `${server.url}/json` }, BOUNDS);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        json: { keys: [] },
        text: '{"keys":[]}',
        status: 200,
        address: `${server.url}/json`,
        cut: false,
      },
    });
  });

  it('stops at the limit of a small answer that unfolds to 300 MB', async () => {
    const { fetch, bytes } = counting();
    const url = `${server.url}/bomb`;
    expect(await fetchJson({ url }, { ...BOUNDS, fetch })).toEqual({
      ok: false,
      failure: { code: 'too-long', address: url, status: 200, limit: 1_000_000 },
    });
    expect(bytes()).toBeGreaterThan(1_000_000);
    expect(bytes()).toBeLessThan(2_000_000);
  });

  it('stops at the limit of an answer that never ends, and closes the connection', async () => {
    const url = `${server.url}/endless`;
    expect(await fetchJson({ url }, BOUNDS)).toMatchObject({ ok: false, failure: { code: 'too-long' } });
    await server.closed;
  });

  it('ends in time although bytes go on coming', async () => {
    let late = (): void => undefined;
    const asked = fetchJson(
      { url: `${server.url}/drip` },
      {
        ...BOUNDS,
        after(_, run) {
          late = run;
          return () => undefined;
        },
      },
    );
    await server.dripping;
    late();
    expect(await asked).toEqual({
      ok: false,
      failure: { code: 'timeout', address: `${server.url}/drip`, milliseconds: 60_000 },
    });
  });

  it.each([
    ['/away', { code: 'redirected', status: 302, location: 'http://127.0.0.1:9/elsewhere' }],
    ['/aside', { code: 'redirected', status: 307, location: '/json' }],
    ['/page', { code: 'web-page', status: 200, text: '<!doctype html>' }],
    ['/empty', { code: 'not-json', status: 200, text: '' }],
    ['/gone', { code: 'status', status: 404, text: 'not here' }],
  ])('says what %s answered, and by which address', async (path, failure) => {
    const before = server.asked.length;
    const url = `${server.url}${path}`;
    expect(await fetchJson({ url }, BOUNDS)).toEqual({ ok: false, failure: { ...failure, address: url } });
    expect(server.asked.slice(before)).toEqual([path]);
  });

  it('takes any JSON value', async () => {
    expect(await fetchJson({ url: `${server.url}/list` }, BOUNDS)).toMatchObject({ value: { json: [1] } });
  });
});

describe('fetchText', () => {
  it('gives the beginning of a long answer', async () => {
    const answer = await fetchText({ url: `${server.url}/bomb` }, { ...BOUNDS, limit: 1_000 });
    expect(answer.ok && [answer.value.cut, answer.value.text.length]).toEqual([true, 1_000]);
  });

  it('can be given up', async () => {
    const giveUp = new AbortController();
    giveUp.abort();
    const url = `${server.url}/json`;
    expect(await fetchText({ url }, { ...BOUNDS, signal: giveUp.signal })).toEqual({
      ok: false,
      failure: { code: 'cancelled', address: url },
    });
  });

  it.each(['', 'x', 'ftp://a.example/', 'javascript:alert(1)', 'data:,x', 'https://me:pw@a.example/'])(
    'sends nothing to %j',
    async (url) => {
      const fetch = (): never => {
        throw new Error('sent');
      };
      expect(await fetchText({ url }, { ...BOUNDS, fetch })).toEqual({
        ok: false,
        failure: { code: 'address', address: url },
      });
    },
  );

  it('says that nobody answered, or that the machine is offline', async () => {
    const url = 'https://a.example/';
    const error = new TypeError('Failed to fetch');
    const fetch = () => Promise.reject(error);
    expect(await fetchText({ url }, { ...BOUNDS, fetch })).toMatchObject({
      failure: { code: 'unreachable', error },
    });
    expect(await fetchText({ url }, { ...BOUNDS, fetch, online: () => false })).toMatchObject({
      failure: { code: 'offline' },
    });
  });

  it('follows no redirect that a browser hides, and sends neither cookies nor referrer', async () => {
    let sent: RequestInit | undefined;
    const opaque = {
      type: 'opaqueredirect',
      status: 0,
      headers: new Headers(),
      body: null,
    } as unknown as Response;
    const url = 'https://a.example/';
    const answer = await fetchText(
      { url },
      {
        ...BOUNDS,
        fetch: async (_, init) => {
          sent = init;
          return opaque;
        },
      },
    );
    expect(answer).toEqual({ ok: false, failure: { code: 'redirected', address: url } });
    expect(sent).toMatchObject({
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  });
});
