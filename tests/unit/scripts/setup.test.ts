import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../../scripts/setup/browsers.mjs';
import { firstDifference } from '../../../scripts/setup/packages.mjs';

describe('finding a browser', () => {
  const only =
    (...files: string[]) =>
    (file: string): boolean =>
      files.includes(file);

  it('takes the one its variable names', () => {
    const env = { CHROMIUM_PATH: '/opt/mine', PATH: '/usr/bin' };
    expect(findBrowser('chromium', env, only('/opt/mine', '/usr/bin/chromium'))).toBe('/opt/mine');
  });

  it('takes no other when its variable names none', () => {
    const env = { FIREFOX_PATH: '/opt/gone', PATH: '/usr/bin' };
    expect(findBrowser('firefox', env, only('/usr/bin/firefox'))).toBeUndefined();
  });

  it('looks for well-known names on PATH, in order', () => {
    const env = { PATH: '/usr/local/bin:/usr/bin' };
    expect(findBrowser('firefox', env, only('/usr/local/bin/firefox', '/usr/bin/firefox-esr'))).toBe(
      '/usr/bin/firefox-esr',
    );
    expect(findBrowser('chromium', env, only('/usr/bin/chromium-browser'))).toBe('/usr/bin/chromium-browser');
  });

  it('does not take Google Chrome, which loads no extension from the command line', () => {
    expect(findBrowser('chromium', { PATH: '/usr/bin' }, only('/usr/bin/google-chrome'))).toBeUndefined();
  });
});

describe('packages', () => {
  const locked = {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  };

  it('are those of the lockfile when every version agrees; optional ones may be missing', () => {
    expect(firstDifference(locked, { 'node_modules/a': { version: '1.0.0' } })).toBeUndefined();
  });

  it('are stale when one has another version or is missing', () => {
    expect(firstDifference(locked, { 'node_modules/a': { version: '1.0.1' } })).toBe('node_modules/a');
    expect(firstDifference(locked, {})).toBe('node_modules/a');
  });
});
