import { bin } from '../setup/run.mjs';

const MINUTE = 60_000;
export const RESULTS = 'test-results';

const npmScript = (script) => ({ command: 'npm', args: ['run', '--silent', script] });
const build = (browser) => ({ command: bin('wxt'), args: ['build', '-b', browser, '--mv3'] });
const playwright = (project) => ({
  command: bin('playwright'),
  args: ['test', '-c', 'tests/e2e/playwright.config.ts', `--project=${project}`, '--reporter=list,json'],
});

/**
 * Everything `npm test` does after setup, in order. `parts` names the arguments that run a step alone; a step with a
 * `report` counts the tests in it, any other counts as one.
 */
export const STEPS = [
  { title: 'Build for Chromium', parts: ['chromium'], ...build('chrome'), timeout: 5 * MINUTE },
  { title: 'Build for Firefox', parts: ['firefox', 'check'], ...build('firefox'), timeout: 5 * MINUTE },
  { title: 'Script sizes', parts: ['chromium'], ...npmScript('check:sizes'), timeout: 5 * MINUTE },
  { title: 'Format and lint', parts: ['check'], ...npmScript('check:format'), timeout: 5 * MINUTE },
  { title: 'Types', parts: ['check'], ...npmScript('check:types'), timeout: 5 * MINUTE },
  { title: 'Imports between layers', parts: ['check'], ...npmScript('check:imports'), timeout: 5 * MINUTE },
  { title: 'Unused code', parts: ['check'], ...npmScript('check:unused'), timeout: 5 * MINUTE },
  { title: 'Lockfile', parts: ['check'], ...npmScript('check:lockfile'), timeout: 5 * MINUTE },
  {
    title: 'Two builds, the same bytes',
    parts: ['check'],
    ...npmScript('check:reproducible'),
    timeout: 5 * MINUTE,
  },
  { title: 'Firefox add-on rules', parts: ['check'], ...npmScript('check:firefox'), timeout: 5 * MINUTE },
  {
    title: 'Unit and extension tests',
    parts: ['unit'],
    command: bin('vitest'),
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}/vitest.json`],
    timeout: 15 * MINUTE,
    report: { kind: 'vitest', file: `${RESULTS}/vitest.json` },
  },
  {
    title: 'End to end in Chromium',
    parts: ['chromium'],
    ...playwright('chromium'),
    timeout: 40 * MINUTE,
    report: { kind: 'playwright', file: `${RESULTS}/chromium.json` },
  },
  {
    title: 'End to end in Firefox',
    parts: ['firefox'],
    ...playwright('firefox'),
    timeout: 40 * MINUTE,
    report: { kind: 'playwright', file: `${RESULTS}/firefox.json` },
  },
];

/** The parts that can be run alone, and the browsers each needs. */
export const PARTS = { unit: [], check: [], chromium: ['chromium'], firefox: ['firefox'] };
