import { parseArgs } from 'node:util';
import { BROWSERS, setUpBrowsers } from './setup/browsers.mjs';
import { setUpPackages } from './setup/packages.mjs';
import { bin, run } from './setup/run.mjs';

const USAGE = `Usage: npm start -- [--browser ${Object.keys(BROWSERS).join('|')}] [--headless]`;
const BUILD_TARGETS = { chromium: 'chrome', firefox: 'firefox' };

/** Builds the extension and shows it beside the sandbox; without a display it plays every scenario by itself. */
async function main() {
  const { browser, headless } = readArguments();
  if (!(await setUpPackages()) || !(await setUpBrowsers([browser]))) return 1;
  if ((await run(bin('wxt'), ['build', '-b', BUILD_TARGETS[browser], '--mv3'])) !== 0) return 1;
  return run(bin('tsx'), ['scripts/start/main.ts', browser, headless ? 'headless' : 'headful']);
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      browser: { type: 'string', default: 'chromium' },
      headless: { type: 'boolean', default: false },
    },
  });
  if (!Object.hasOwn(BROWSERS, values.browser)) throw new Error(`There is no browser "${values.browser}".`);
  const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const needsNone = process.platform === 'darwin' || process.platform === 'win32';
  return { browser: values.browser, headless: values.headless || !(display || needsNone) };
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  process.exitCode = 1;
}
