import { Hono } from 'hono';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Webhooks } from '../../sandbox/leatherback/webhook.ts';

const BODY = { authorizationCode: 'a', state: 's' };
const DENIAL = { error: 'access_denied', state: 's' };
const HERE = 'http://127.0.0.1:1/webhook';

let app: Hono;
let webhooks: Webhooks;
beforeEach(() => {
  app = new Hono();
  webhooks = new Webhooks();
  webhooks.mount(app);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const set = (settings: unknown): Promise<Response> =>
  Promise.resolve(app.request('/sandbox/webhook', { method: 'PUT', body: JSON.stringify(settings) }));

function spyOnFetch(): { readonly bodies: () => readonly string[] } {
  const fetched = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response());
  return { bodies: () => fetched.mock.calls.map(([, init]) => String(init?.body)) };
}

it.each(['https://webhook.site/x', 'http://127.0.0.1.example.com/', 'not a URL'])(
  'never calls %s, which is not on this machine',
  async (callbackUrl) => {
    const { bodies } = spyOnFetch();
    await webhooks.send(callbackUrl, BODY);
    expect(bodies()).toEqual([]);
  },
);

it('does not mind that nobody listens', async () => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed'));
  await expect(webhooks.send(HERE, BODY)).resolves.toBe(undefined);
});

it('sends a grant once, and no denial', async () => {
  const { bodies } = spyOnFetch();
  await webhooks.send(HERE, DENIAL);
  await webhooks.send(HERE, BODY);
  expect(bodies()).toEqual([JSON.stringify(BODY)]);
});

it('sends a denial as well when it is told to', async () => {
  const { bodies } = spyOnFetch();
  expect((await set({ onDenial: true })).status).toBe(200);
  await webhooks.send(HERE, DENIAL);
  expect(bodies()).toEqual([JSON.stringify(DENIAL)]);
});

it('sends twice when it is told to', async () => {
  const { bodies } = spyOnFetch();
  await set({ times: 2 });
  await webhooks.send(HERE, BODY);
  expect(bodies()).toEqual([JSON.stringify(BODY), JSON.stringify(BODY)]);
});

it('sends late when it is told to', async () => {
  const { bodies } = spyOnFetch();
  await set({ delay: 5_000 });
  vi.useFakeTimers();
  await webhooks.send(HERE, BODY);
  await vi.advanceTimersByTimeAsync(4_999);
  expect(bodies()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(bodies()).toEqual([JSON.stringify(BODY)]);
});

it.each([[{ times: 3 }], [{ delay: -1 }], [{ delay: 60_001 }], [{ onDenial: 'yes' }], [[]]])(
  'refuses the settings %j',
  async (settings) => {
    expect((await set(settings)).status).toBe(400);
    expect(await (await app.request('/sandbox/webhook')).json()).toEqual({
      onDenial: false,
      delay: 0,
      times: 1,
    });
  },
);
