import { readFileSync, rmSync } from 'node:fs';

const READERS = { vitest: countVitest, playwright: countPlaywright };

/** Forgets the report of an earlier run, which a crash would otherwise pass off as its own. */
export function forgetReport(report) {
  if (report) rmSync(report.file, { force: true });
}

/** What one step adds to the sum. A runner that failed without saying which test did counts as one failure. */
export function countStep(report, exitCode) {
  if (!report) return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const counts = readReport(report);
  if (counts === undefined) return { passed: 0, failed: 1 };
  if (counts.failed > 0) return counts;
  const nothingRan = counts.passed === 0;
  return { ...counts, failed: exitCode !== 0 || nothingRan ? 1 : 0 };
}

function readReport({ kind, file }) {
  try {
    return READERS[kind](JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Counts a Vitest JSON report; a file that failed before its first test is one failure, a test that did not run too. */
export function countVitest({ testResults }) {
  const tests = testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  return { passed, failed: tests.length - passed + broken.length };
}

/**
 * Counts a Playwright JSON report; tests that did not run and errors outside tests are failures. A test that passed only
 * when it was tried again has passed, and is named.
 */
export function countPlaywright({ stats, errors, suites = [] }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + stats.skipped + errors.length,
    ...(stats.flaky > 0 && { triedAgain: suites.flatMap(flakyTitles) }),
  };
}

function flakyTitles({ suites = [], specs = [] }) {
  const here = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [...here.map(({ title }) => title), ...suites.flatMap(flakyTitles)];
}
