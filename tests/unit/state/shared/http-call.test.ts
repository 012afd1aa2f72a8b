import { describe, expect, test } from 'vitest';
import {
  CALL_TIMEOUT_MILLISECONDS,
  createHttpCall,
  MAX_BODY,
} from '../../../../lib/state/shared/http-call.ts';

const URL = 'http://127.0.0.1:4605/obp/v3.0.0/users/current';
const USER = { user_id: 'u-1' };

/** A fetch that never answers until it is aborted. */
const silent: typeof fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
  });

function world(send: typeof fetch) {
  let time = 1_000;
  const timers: { milliseconds: number; run: () => void }[] = [];
  const sent: { url: string; init: RequestInit | undefined }[] = [];
  const call = createHttpCall({
    now: () => (time += 5),
    send: (url, init) => {
      sent.push({ url: String(url), init });
      return send(url, init);
    },
    after(milliseconds, run) {
      const timer = { milliseconds, run };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  });
  return { call, sent, timers };
}

describe('the call', () => {
  test('sends the header without cookies, follows no redirect, and gives the whole answer', async () => {
    const { call, sent, timers } = world(
      async () =>
        new Response(JSON.stringify(USER), { status: 200, statusText: 'OK', headers: { 'x-a': '1' } }),
    );
    await call.send({ method: 'GET', url: URL, headers: [['DAuth', 't']] });
    expect(sent[0]).toMatchObject({
      url: URL,
      init: { method: 'GET', headers: [['DAuth', 't']], credentials: 'omit', redirect: 'manual' },
    });
    expect(call.state.value).toMatchObject({
      kind: 'answered',
      answer: { url: URL, status: 200, statusText: 'OK', elapsed: 5, body: JSON.stringify(USER), cut: false },
    });
    expect(timers).toEqual([]);
  });

  test('waits for what the browser’s network says of a failure', async () => {
    let said: string | undefined;
    const call = createHttpCall({
      now: () => 0,
      send: () => Promise.reject(new TypeError('Failed to fetch')),
      watch: () => ({
        heard: async () => {
          said = 'net::ERR_CERT_AUTHORITY_INVALID';
        },
        error: () => said,
        redirect: () => undefined,
        answered: () => false,
        stop: () => undefined,
      }),
    });
    expect(await call.send({ method: 'GET', url: URL, headers: [] })).toMatchObject({
      kind: 'failed',
      failure: { code: 'call-certificate' },
    });
  });

  test('waits for what the browser’s network says of a redirect, and names where it leads', async () => {
    let seen: { status: number; location: string } | undefined;
    const opaque = { type: 'opaqueredirect', status: 0, statusText: '', headers: new Headers(), body: null };
    const call = createHttpCall({
      now: () => 0,
      send: () => Promise.resolve(opaque as unknown as Response),
      watch: () => ({
        heard: async () => {
          seen = { status: 307, location: 'https://other.example/' };
        },
        error: () => undefined,
        redirect: () => seen,
        answered: () => true,
        stop: () => undefined,
      }),
    });
    expect(await call.send({ method: 'GET', url: URL, headers: [] })).toMatchObject({
      kind: 'failed',
      failure: {
        code: 'call-redirected',
        message: expect.stringContaining('with HTTP 307 to https://other.example/'),
      },
    });
  });

  test('can be cancelled', async () => {
    const { call } = world(silent);
    const done = call.send({ method: 'GET', url: URL, headers: [] });
    expect(call.state.value.kind).toBe('calling');
    call.cancel();
    await done;
    expect(call.state.value).toMatchObject({ kind: 'failed', failure: { code: 'call-cancelled' } });
  });

  test('ends by itself', async () => {
    const { call, timers } = world(silent);
    const done = call.send({ method: 'GET', url: URL, headers: [] });
    expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([CALL_TIMEOUT_MILLISECONDS]);
    timers[0]?.run();
    await done;
    expect(call.state.value).toEqual({
      kind: 'failed',
      failure: {
        code: 'call-timeout',
        message: '127.0.0.1:4605 gave no answer within 20 seconds.',
        remedy: 'Check the address and whether the server runs, then call again.',
      },
    });
  });

  test('a second call takes the place of the first', async () => {
    let first = true;
    const { call } = world((url, init) => {
      if (!first) return Promise.resolve(new Response('{}'));
      first = false;
      return silent(url, init);
    });
    await Promise.all([
      call.send({ method: 'GET', url: URL, headers: [] }),
      call.send({ method: 'GET', url: URL, headers: [] }),
    ]);
    expect(call.state.value.kind).toBe('answered');
  });

  test.each([
    [URL, 'Nothing answered at 127.0.0.1:4605.'],
    [
      'https://obp.example/x',
      'obp.example was not reached, or it does not let Grantscope read its answer (CORS).',
    ],
  ])('says that %s was not reached', async (url, message) => {
    const { call } = world(async () => {
      throw new TypeError('Failed to fetch');
    });
    await call.send({ method: 'GET', url, headers: [] });
    expect(call.state.value).toMatchObject({
      kind: 'failed',
      failure: { code: 'call-not-reached', message },
    });
  });

  test('reads no more of a body than it shows', async () => {
    const { call } = world(async () => new Response('x'.repeat(MAX_BODY + 1)));
    await call.send({ method: 'GET', url: URL, headers: [] });
    const state = call.state.value;
    expect(state.kind === 'answered' && [state.answer.body.length, state.answer.cut]).toEqual([
      MAX_BODY,
      true,
    ]);
  });
});
