import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countPlaywright, countStep, countVitest, forgetReport } from '../../../scripts/test/count.mjs';

const folder = mkdtempSync(join(tmpdir(), 'count-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('counting tests', () => {
  it('counts a check as one', () => {
    expect(countStep(undefined, 0)).toEqual({ passed: 1, failed: 0 });
    expect(countStep(undefined, 2)).toEqual({ passed: 0, failed: 1 });
  });

  it('counts what Vitest passed, failed and never ran', () => {
    const assertionResults = [{ status: 'passed' }, { status: 'failed' }, { status: 'pending' }];
    expect(countVitest({ testResults: [{ status: 'failed', assertionResults }] })).toEqual({
      passed: 1,
      failed: 2,
    });
  });

  it('counts a file that broke before its first test as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    expect(countVitest({ testResults })).toEqual({ passed: 1, failed: 1 });
  });

  it('counts what Playwright passed, failed and never ran, and its errors outside tests', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats: { ...stats, flaky: 0 }, errors: [{}] })).toEqual({
      passed: 4,
      failed: 4,
    });
  });

  it('names a test that passed only when it was tried again', () => {
    const stats = { expected: 4, unexpected: 0, flaky: 1, skipped: 0 };
    const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
    const suites = [{ specs: [spec('a', 'expected')], suites: [{ specs: [spec('b', 'flaky')] }] }];
    expect(countPlaywright({ stats, errors: [], suites })).toEqual({
      passed: 5,
      failed: 0,
      triedAgain: ['b'],
    });
  });

  it('counts a runner that crashed as a failure', () => {
    const file = join(folder, 'none.json');
    expect(countStep({ kind: 'vitest', file }, 0)).toEqual({ passed: 0, failed: 1 });
    expect(countStep({ kind: 'playwright', file }, 1)).toEqual({ passed: 0, failed: 1 });
  });

  it('does not believe a good report of a runner that ended badly, or of one that ran nothing', () => {
    const file = join(folder, 'report.json');
    const write = (expected: number): void =>
      writeFileSync(
        file,
        JSON.stringify({ stats: { expected, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] }),
      );
    write(3);
    expect(countStep({ kind: 'playwright', file }, 0)).toEqual({ passed: 3, failed: 0 });
    expect(countStep({ kind: 'playwright', file }, 1)).toEqual({ passed: 3, failed: 1 });
    write(0);
    expect(countStep({ kind: 'playwright', file }, 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('does not read the report of an earlier run', () => {
    const file = join(folder, 'old.json');
    writeFileSync(file, '{"testResults":[]}');
    forgetReport({ kind: 'vitest', file });
    expect(countStep({ kind: 'vitest', file }, 0)).toEqual({ passed: 0, failed: 1 });
  });
});
