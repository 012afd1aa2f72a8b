import { bin } from '../setup/run.mjs';

const MINUTE = 60_000;
export const RESULTS = 'test-results';

const build = (browser) => ({
  lane: 'build',
  command: bin('wxt'),
  args: ['build', '-b', browser, '--mv3'],
  timeout: 15 * MINUTE,
});
const check = (title, script) => ({
  title,
  lane: 'checks',
  parts: ['check'],
  command: 'npm',
  args: ['run', '--silent', script],
  timeout: 15 * MINUTE,
});
const endToEnd = (project) => ({
  lane: project,
  parts: [project],
  command: bin('playwright'),
  args: ['test', '-c', 'tests/e2e/playwright.config.ts', `--project=${project}`, '--reporter=list,json'],
  timeout: 60 * MINUTE,
  report: { kind: 'playwright', file: `${RESULTS}/${project}.json` },
});

/**
 * Everything `npm test` does after setup. Steps of the lane `build` come first, one after the other; then the other lanes
 * run side by side, the steps of one lane in order. `parts` names the arguments that run a step alone; a step with a
 * `report` counts the tests in it, any other counts as one.
 */
export const STEPS = [
  { title: 'Build for Chromium', parts: ['chromium'], ...build('chrome') },
  { title: 'Build for Firefox', parts: ['firefox', 'check'], ...build('firefox') },
  { ...check('Script sizes', 'check:sizes'), lane: 'build', parts: ['chromium'] },
  check('Format and lint', 'check:format'),
  check('Types', 'check:types'),
  check('Imports between layers', 'check:imports'),
  check('Unused code', 'check:unused'),
  check('Lockfile', 'check:lockfile'),
  check('Two builds, the same bytes', 'check:reproducible'),
  check('Firefox add-on rules', 'check:firefox'),
  {
    title: 'Unit and extension tests',
    lane: 'checks',
    parts: ['unit'],
    command: bin('vitest'),
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}/vitest.json`],
    timeout: 30 * MINUTE,
    report: { kind: 'vitest', file: `${RESULTS}/vitest.json` },
  },
  { title: 'End to end in Chromium', ...endToEnd('chromium') },
  { title: 'End to end in Firefox', ...endToEnd('firefox') },
];

/** The parts that can be run alone, and the browsers each needs. */
export const PARTS = { unit: [], check: [], chromium: ['chromium'], firefox: ['firefox'] };
