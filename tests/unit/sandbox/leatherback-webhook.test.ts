import { afterEach, expect, it, vi } from 'vitest';
import { sendWebhook } from '../../sandbox/leatherback/webhook.ts';

const BODY = { authorizationCode: 'a', state: 's' };

afterEach(() => vi.restoreAllMocks());

it.each(['https://webhook.site/x', 'http://127.0.0.1.example.com/', 'not a URL'])(
  'never calls %s, which is not on this machine',
  async (callbackUrl) => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    await sendWebhook(callbackUrl, BODY);
    expect(fetched.mock.calls).toEqual([]);
  },
);

it('does not mind that nobody listens', async () => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed'));
  await expect(sendWebhook('http://127.0.0.1:1/webhook', BODY)).resolves.toBe(undefined);
});
