import { defineConfig } from '@playwright/test';

// Chromium on Linux takes the language of its interface from here.
process.env.LANGUAGE = 'en';

/** Builds must exist in .output; the sandbox, browsers and profiles belong to each test. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  forbidOnly: true,
  fullyParallel: true,
  // A busy machine may be late once; a test that passes only then is named at the end of the run.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  projects: [
    { name: 'chromium', testMatch: 'chromium/**/*.test.ts' },
    { name: 'firefox', testMatch: 'firefox/**/*.test.ts', workers: 1 },
  ],
});
