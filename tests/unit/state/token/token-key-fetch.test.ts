import { describe, expect, test } from 'vitest';
import { type FetchedKeys, fetchKeys, MAX_KEY_ANSWER } from '../../../../lib/state/token/token-key-fetch.ts';

const KEY = { kty: 'oct', k: 'AAAA' };

/** Fetches from answers by address; an address without one gives 404. */
function fetchFrom(address: string, answers: Readonly<Record<string, unknown>>): Promise<FetchedKeys> {
  return fetchKeys(address, {
    now: () => 0,
    fetch: async (url) => {
      const answer = answers[String(url)];
      if (answer instanceof Error) throw answer;
      if (answer === undefined) return new Response('not here', { status: 404 });
      return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer));
    },
  });
}

const DISCOVERY = 'https://issuer.example/.well-known/openid-configuration';

describe('an address', () => {
  test('of a JWKS gives its keys with one request', async () => {
    const fetched = await fetchFrom('https://issuer.example/jwks', {
      'https://issuer.example/jwks': { keys: [KEY] },
    });
    expect(fetched).toEqual({
      address: 'https://issuer.example/jwks',
      at: 0,
      keys: { keys: [KEY] },
      requests: [
        {
          url: 'https://issuer.example/jwks',
          status: 200,
          milliseconds: 0,
          body: JSON.stringify({ keys: [KEY] }),
        },
      ],
    });
  });

  test.each([
    ['an issuer without a path', 'https://issuer.example', [DISCOVERY, 'https://keys.example/']],
    ['a discovery document', DISCOVERY, [DISCOVERY, 'https://keys.example/']],
  ])('of %s goes by way of the discovery document', async (_, address, urls) => {
    const fetched = await fetchFrom(address, {
      [DISCOVERY]: { issuer: 'https://issuer.example', jwks_uri: 'https://keys.example/' },
      'https://keys.example/': { keys: [KEY] },
    });
    expect(fetched.keys).toEqual({ keys: [KEY] });
    expect(fetched.issuer).toBe('https://issuer.example');
    expect(fetched.requests.map(({ url }) => url)).toEqual(urls);
  });

  test('with a path is taken for an issuer when it has no keys itself', async () => {
    const fetched = await fetchFrom('https://issuer.example/realm/', {
      'https://issuer.example/realm/.well-known/openid-configuration': { jwks_uri: 'https://keys.example/' },
      'https://keys.example/': { keys: [KEY] },
    });
    expect(fetched.keys).toEqual({ keys: [KEY] });
    expect(fetched.requests.map(({ status }) => status)).toEqual([404, 200, 200]);
  });
});

describe('what goes wrong is said', () => {
  const at = 'https://issuer.example/jwks';
  test.each([
    ['', {}, 'no-address', 'There is no address.'],
    ['issuer', {}, 'address', '“issuer” is no http or https address.'],
    ['javascript:alert(1)', {}, 'address', '“javascript:alert(1)” is no http or https address.'],
    ['https://me:secret@issuer.example/jwks', {}, 'address', /is no http or https address/],
    [at, {}, 'status', 'https://issuer.example/jwks answered with status 404.'],
    [
      at,
      { [at]: '<!doctype html>' },
      'web-page',
      'https://issuer.example/jwks answered with a web page, not with JSON.',
    ],
    [at, { [at]: '[]' }, 'not-json', 'https://issuer.example/jwks answered with no JSON object.'],
    [at, { [at]: {} }, 'no-keys', 'The answer is JSON, but it has neither “keys” nor “jwks_uri”.'],
    [at, { [at]: 'x'.repeat(MAX_KEY_ANSWER + 1) }, 'too-long', /is longer than 1 MB; reading stopped there/],
    [at, { [at]: { jwks_uri: 'file:///etc/passwd' } }, 'address', /is no http or https address/],
    [
      at,
      { [at]: new TypeError('Failed to fetch') },
      'unreachable',
      /cannot be reached, or does not let other pages/,
    ],
    [
      at,
      { [at]: new DOMException('slow', 'TimeoutError') },
      'timeout',
      'https://issuer.example/jwks did not answer within 10 seconds.',
    ],
  ])('%j, %#', async (address, answers, code, message) => {
    const { failure, keys } = await fetchFrom(address, answers as Record<string, unknown>);
    expect(keys).toBeUndefined();
    expect(failure?.code).toBe(code);
    expect(failure?.message).toMatch(message);
    expect(failure?.remedy).not.toBe('');
  });

  test('an offline machine is told from an unreachable host', async () => {
    const { failure } = await fetchKeys(at, {
      online: () => false,
      fetch: async () => {
        throw new TypeError('Failed to fetch');
      },
    });
    expect(failure?.code).toBe('offline');
  });
});

test('no cookie, cached answer or referrer goes along', async () => {
  let sent: RequestInit | undefined;
  await fetchKeys('https://issuer.example/jwks', {
    fetch: async (_, request) => {
      sent = request;
      return new Response('{"keys":[]}');
    },
  });
  expect(sent).toMatchObject({ credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' });
});
