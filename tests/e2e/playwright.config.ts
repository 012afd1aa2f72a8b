import { defineConfig } from '@playwright/test';

// Chromium on Linux takes the language of its interface from here.
process.env.LANGUAGE = 'en';

/** Builds must exist in .output; the sandbox, browsers and profiles belong to each test. */
export default defineConfig({
  testDir: '.',
  forbidOnly: true,
  fullyParallel: true,
  // A busy machine may be late once; a test that passes only then is named at the end of the run.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  projects: [
    // Each has an output folder of its own, since both may run side by side.
    {
      name: 'chromium',
      testMatch: 'chromium/**/*.test.ts',
      outputDir: '../../test-results/e2e-chromium',
    },
    {
      name: 'firefox',
      testMatch: 'firefox/**/*.test.ts',
      outputDir: '../../test-results/e2e-firefox',
      workers: 1,
    },
  ],
});
