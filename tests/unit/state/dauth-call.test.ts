import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../../lib/state/dauth-answer.ts';
import {
  type Answer,
  CALL_TIMEOUT_MILLISECONDS,
  createDauthCall,
  MAX_BODY,
} from '../../../lib/state/dauth-call.ts';
import { createDauthRegistration } from '../../../lib/state/dauth-registration.ts';

const URL = 'http://127.0.0.1:4605/obp/v3.0.0/users/current';
const USER = { user_id: 'u-1', username: '0xabc', provider: 'dauth.ETHEREUM' };

/** A fetch that never answers until it is aborted. */
const silent: typeof fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
  });

function world(send: typeof fetch) {
  let time = 1_000;
  const timers: { milliseconds: number; run: () => void }[] = [];
  const sent: { url: string; init: RequestInit | undefined }[] = [];
  const call = createDauthCall({
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
    await call.call(URL, { DAuth: 't' });
    expect(sent[0]).toMatchObject({
      url: URL,
      init: { method: 'GET', headers: { DAuth: 't' }, credentials: 'omit', redirect: 'manual' },
    });
    expect(call.state.value).toMatchObject({
      kind: 'answered',
      answer: { url: URL, status: 200, statusText: 'OK', elapsed: 5, body: JSON.stringify(USER), cut: false },
    });
    expect(timers).toEqual([]);
  });

  test('can be cancelled', async () => {
    const { call } = world(silent);
    const done = call.call(URL, {});
    expect(call.state.value.kind).toBe('calling');
    call.cancel();
    await done;
    expect(call.state.value).toMatchObject({ kind: 'failed', failure: { code: 'call-cancelled' } });
  });

  test('ends by itself', async () => {
    const { call, timers } = world(silent);
    const done = call.call(URL, {});
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
    await Promise.all([call.call(URL, {}), call.call(URL, {})]);
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
    await call.call(url, {});
    expect(call.state.value).toMatchObject({
      kind: 'failed',
      failure: { code: 'call-not-reached', message },
    });
  });

  test('reads no more of a body than it shows', async () => {
    const { call } = world(async () => new Response('x'.repeat(MAX_BODY + 1)));
    await call.call(URL, {});
    const state = call.state.value;
    expect(state.kind === 'answered' && [state.answer.body.length, state.answer.cut]).toEqual([
      MAX_BODY,
      true,
    ]);
  });
});

const answer = (status: number, body: string, url = URL): Answer => ({
  url,
  status,
  statusText: '',
  elapsed: 1,
  headers: [['content-type', 'text/html']],
  body,
  cut: false,
});

describe('the answer', () => {
  test('a user, compared with the one that the token stands for', () => {
    const good = answer(200, JSON.stringify(USER));
    const expected = { username: '0xabc', provider: 'dauth.ETHEREUM' };
    expect(readAnswer(good, expected)).toMatchObject({
      user: { userId: 'u-1', username: '0xabc', provider: 'dauth.ETHEREUM' },
      errors: [],
      remarks: [],
    });
    expect(readAnswer(good, { ...expected, username: '0xdef' }).remarks.map(({ code }) => code)).toEqual([
      'other-user',
    ]);
  });

  test('errors, the cause first', () => {
    const message = 'OBP-20001: User not logged in. <- OBP-20071: The DAuth JWT is corrupted.';
    const reading = readAnswer(answer(401, JSON.stringify({ code: 401, message })), undefined);
    expect(reading.errors.map(({ code }) => code)).toEqual(['OBP-20071', 'OBP-20001']);
    expect(reading.remarks).toEqual([]);
  });

  test('a lone OBP-20001 over https may be the letter case of the header', () => {
    const body = JSON.stringify({ code: 401, message: 'OBP-20001: User not logged in.' });
    const codes = (url: string) =>
      readAnswer(answer(401, body, url), undefined).remarks.map(({ code }) => code);
    expect(codes('https://obp.example/x')).toEqual(['lower-case']);
    expect(codes(URL)).toEqual([]);
  });

  test.each([
    ['<html>', 502, 'not-json'],
    ['', 204, 'not-json'],
    ['{"message":"OBP-99999: new"}', 400, 'code-unknown'],
    ['{}', 200, 'no-code'],
    ['null', 200, 'no-code'],
  ])('%o is no user, and that is said', (body, status, code) => {
    const reading = readAnswer(answer(status, body), undefined);
    expect(reading.user).toBeUndefined();
    expect(reading.remarks.map((remark) => remark.code)).toEqual([code]);
  });
});

describe('registration', () => {
  test('sends the public PEM', async () => {
    const sent: unknown[] = [];
    const registration = createDauthRegistration(async (url, init) => {
      sent.push([String(url), init?.method, init?.body, init?.credentials]);
      return new Response('{}');
    });
    await registration.register('http://127.0.0.1:4605/sandbox/public-key', 'k', 'PEM');
    expect(sent).toEqual([['http://127.0.0.1:4605/sandbox/public-key', 'PUT', 'PEM', 'omit']]);
    expect(registration.state.value).toEqual({
      kind: 'registered',
      kid: 'k',
      message: '127.0.0.1:4605 verifies DAuth tokens with this key from now on.',
    });
  });

  test('fetches the key for encrypted tokens, and says what is none', async () => {
    const answers = ['{"pem":"PEM"}', 'rubbish'];
    const registration = createDauthRegistration(async () => new Response(answers.shift()));
    expect(await registration.fetchRecipient('http://127.0.0.1:1/x')).toBe('PEM');
    expect(await registration.fetchRecipient('http://127.0.0.1:1/x')).toBeUndefined();
    expect(registration.state.value).toMatchObject({
      kind: 'failed',
      failure: { code: 'registration-refused' },
    });
  });
});
