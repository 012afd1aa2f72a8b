import { beforeEach, expect, test, vi } from 'vitest';

const { installed, opened, stored } = vi.hoisted(() => ({
  installed: [] as ((details: { readonly reason: string; readonly temporary?: boolean }) => void)[],
  opened: [] as string[],
  stored: new Map<string, unknown>(),
}));

vi.mock('../../../lib/browser/browser.ts', () => ({
  browser: {
    runtime: {
      onInstalled: { addListener: (listener: (typeof installed)[number]) => installed.push(listener) },
      getURL: (path: string) => `chrome-extension://id/${path}`,
    },
    storage: {
      local: {
        get: async (key: string) => (stored.has(key) ? { [key]: stored.get(key) } : {}),
        set: async (values: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(values)) stored.set(key, value);
        },
      },
    },
    tabs: { create: async ({ url }: { readonly url: string }) => void opened.push(url) },
  },
}));

const { FIRST_RUN_OPENED, listenToInstallation } = await import('../../../lib/capture/first-run.ts');

beforeEach(() => {
  installed.length = 0;
  opened.length = 0;
  stored.clear();
});

test.each([{ reason: 'install' }, { reason: 'install', temporary: true }])(
  'after %j the first-run page opens, and at the next start not again',
  async (details) => {
    listenToInstallation();
    installed[0]?.(details);
    await vi.waitFor(() => expect(stored.get(FIRST_RUN_OPENED)).toBe(true));
    expect(opened).toEqual(['chrome-extension://id/welcome.html']);

    const looked = vi.spyOn(stored, 'has');
    installed[0]?.(details);
    await vi.waitFor(() => expect(looked).toHaveBeenCalledWith(FIRST_RUN_OPENED));
    await new Promise((resolve) => setImmediate(resolve));
    expect(opened).toHaveLength(1);
  },
);

test.each(['update', 'browser_update', 'chrome_update'])('after %s it does not open', async (reason) => {
  listenToInstallation();
  installed[0]?.({ reason });
  await new Promise((resolve) => setImmediate(resolve));
  expect(opened).toEqual([]);
  expect(stored.size).toBe(0);
});
