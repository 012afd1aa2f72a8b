import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../../../lib/state/dauth/dauth-answer.ts';
import { createDauthRegistration } from '../../../../lib/state/dauth/dauth-registration.ts';
import type { Answer } from '../../../../lib/state/shared/http-call.ts';

const URL = 'http://127.0.0.1:4605/obp/v3.0.0/users/current';
const USER = { user_id: 'u-1', username: '0xabc', provider: 'dauth.ETHEREUM' };

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
