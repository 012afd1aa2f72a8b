import { expect, test } from 'vitest';
import { generateKey } from '../../../../lib/keys/generate.ts';
import { createKeyRegistration } from '../../../../lib/state/keys/key-registration.ts';

const ADDRESS = 'http://127.0.0.1:4602/sandbox/jwks';

test('puts the public key, and nothing private, under the client id', async () => {
  const key = await generateKey('k', 'ES256');
  const sent: { url: string; init: RequestInit | undefined }[] = [];
  const registration = createKeyRegistration(async (url, init) => {
    sent.push({ url: String(url), init });
    return new Response('{}');
  });
  await registration.register(ADDRESS, 'a&b', key);
  expect(sent[0]?.url).toBe(`${ADDRESS}?client_id=a%26b`);
  expect(sent[0]?.init).toMatchObject({ method: 'PUT', credentials: 'omit' });
  expect(JSON.parse(String(sent[0]?.init?.body))).toEqual({ keys: [key.publicJwk] });
  expect(registration.state.value).toEqual({
    kind: 'registered',
    kid: key.kid,
    message: '127.0.0.1:4602 verifies what the client a&b signs with this key from now on.',
  });
});

test('shows a refusal in the words of the server, bounded', async () => {
  const registration = createKeyRegistration(async () => new Response('x'.repeat(1_000), { status: 404 }));
  await registration.register(ADDRESS, 'c', await generateKey('k', 'ES256'));
  expect(registration.state.value).toEqual({
    kind: 'failed',
    failure: {
      code: 'registration-refused',
      message: `127.0.0.1:4602 refused the key with HTTP 404: ${'x'.repeat(300)}`,
      remedy: 'Check that client_id is one that it knows.',
    },
  });
});

test('says how to start what was not reached', async () => {
  const registration = createKeyRegistration(async () => {
    throw new TypeError('fetch failed');
  });
  await registration.register(ADDRESS, 'c', await generateKey('k', 'ES256'));
  expect(registration.state.value).toMatchObject({
    kind: 'failed',
    failure: { code: 'registration-not-reached', message: `${ADDRESS} was not reached.` },
  });
});
