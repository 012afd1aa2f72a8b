import { expect, test, vi } from 'vitest';

vi.mock('../../../lib/browser/browser.ts', () => ({ browser: {} }));

const { opensFirstRun } = await import('../../../lib/capture/first-run.ts');

test.each([
  [{ reason: 'install', installType: 'normal' }, true],
  [{ reason: 'install', installType: 'admin' }, true],
  [{ reason: 'install', installType: 'development' }, false],
  [{ reason: 'install', installType: 'normal', temporary: true }, false],
  [{ reason: 'update', installType: 'normal' }, false],
  [{ reason: 'browser_update', installType: 'normal' }, false],
])('of %j the first-run page is shown: %s', (installation, shown) => {
  expect(opensFirstRun(installation)).toBe(shown);
});
