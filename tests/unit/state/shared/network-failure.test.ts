import { expect, test } from 'vitest';
import { createHttpCall } from '../../../../lib/state/shared/http-call.ts';
import { type NoAnswer, networkFailure } from '../../../../lib/state/shared/network-failure.ts';

const codeOf = (change: Partial<NoAnswer>): string =>
  networkFailure({
    url: 'https://api.example/x',
    error: new TypeError('Failed to fetch'),
    answered: false,
    hasAccess: true,
    online: true,
    ...change,
  }).code;

test.each<[Partial<NoAnswer>, string]>([
  [{ browserError: 'net::ERR_CERT_AUTHORITY_INVALID' }, 'call-certificate'],
  [{ browserError: 'Peer’s Certificate issuer is not recognized.' }, 'call-certificate'],
  [{ browserError: 'net::ERR_NAME_NOT_RESOLVED' }, 'call-unknown-host'],
  [{ browserError: 'NS_ERROR_UNKNOWN_HOST' }, 'call-unknown-host'],
  [{ browserError: 'net::ERR_CONNECTION_REFUSED' }, 'call-refused'],
  [{ browserError: 'NS_ERROR_CONNECTION_REFUSED' }, 'call-refused'],
  [{ browserError: 'net::ERR_INTERNET_DISCONNECTED' }, 'call-offline'],
  [{ browserError: 'net::ERR_CONNECTION_TIMED_OUT' }, 'call-timeout'],
  [{ browserError: 'net::ERR_BLOCKED_BY_CLIENT' }, 'call-blocked'],
  [{ online: false }, 'call-offline'],
  [{ hasAccess: false }, 'call-no-access'],
  [{ answered: true }, 'call-cors'],
  [{}, 'call-not-reached'],
  [{ error: new Error('odd') }, 'unexpected'],
])('%o is %s', (change, code) => {
  expect(codeOf(change)).toBe(code);
});

test('a redirect is named with the address that the browser saw, and not followed', async () => {
  const redirect = { status: 302, location: 'https://elsewhere.example/' };
  let stopped = 0;
  const call = createHttpCall({
    now: () => 1,
    send: async () => Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' }),
    watch: () => ({
      error: () => undefined,
      redirect: () => redirect,
      answered: () => true,
      stop: () => void stopped++,
    }),
  });
  const state = await call.send({ method: 'GET', url: 'http://api.example/', headers: [] });
  expect(state).toMatchObject({
    kind: 'failed',
    failure: {
      code: 'call-redirected',
      message:
        'api.example redirects this call with HTTP 302 to https://elsewhere.example/. It was not followed, so that the token goes nowhere else.',
    },
  });
  expect(stopped).toBe(1);
});
