import { defineConfig, type Plugin } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Gives code that asks for the extension API WXT's fake of it. */
const fakeExtensionApi = (): Plugin => ({
  name: 'fake-extension-api',
  enforce: 'pre',
  resolveId: (id) => (id === 'webextension-polyfill' ? '\0fake-extension-api' : null),
  load: (id) =>
    id === '\0fake-extension-api'
      ? "export { fakeBrowser as default } from 'wxt/testing/fake-browser';"
      : null,
});

/** Enough for a property test on a busy machine. */
const TIMEOUT_MS = 180_000 + Number(process.env.FUZZ_RUNS ?? 0) * 100;

/** Milliseconds that `expect.poll` asks on a busy machine. */
const WAIT_MS = 20_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // The pure part has no state of its own, so that its tests can share what was loaded.
          pool: 'threads',
          isolate: false,
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/property-seed.ts', 'tests/messages.ts', 'tests/wait-longer.ts'],
          expect: { poll: { timeout: WAIT_MS } },
          testTimeout: TIMEOUT_MS,
          hookTimeout: TIMEOUT_MS,
        },
      },
      {
        test: {
          name: 'components',
          environment: 'happy-dom',
          include: ['tests/components/**/*.test.tsx'],
          setupFiles: ['tests/messages.ts', 'tests/wait-longer.ts', 'tests/components/wait-longer.ts'],
          expect: { poll: { timeout: WAIT_MS } },
          testTimeout: TIMEOUT_MS,
          hookTimeout: TIMEOUT_MS,
        },
      },
      {
        plugins: [WxtVitest(), fakeExtensionApi()],
        test: {
          name: 'extension',
          environment: 'node',
          include: ['tests/extension/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/property-seed.ts', 'tests/messages.ts', 'tests/wait-longer.ts'],
          expect: { poll: { timeout: WAIT_MS } },
          testTimeout: TIMEOUT_MS,
          hookTimeout: TIMEOUT_MS,
        },
      },
    ],
  },
});
