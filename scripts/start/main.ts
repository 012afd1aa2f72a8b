import { PortTakenError, type Sandbox, startSandbox } from '../../tests/sandbox/start.ts';
import type { BrowserId } from '../setup/browsers.mjs';
import { rehearse } from './rehearse.ts';
import { show } from './show.ts';

/** Starts the sandbox, then shows the browser or plays every scenario in it. Gives the exit code. */
async function main(browser: BrowserId, headless: boolean): Promise<number> {
  let sandbox: Sandbox;
  try {
    sandbox = await startSandbox();
  } catch (error) {
    if (!(error instanceof PortTakenError)) throw error;
    console.error(error.message);
    return 1;
  }
  try {
    return headless ? await rehearse(browser, sandbox.urls) : await show(browser, sandbox.urls);
  } finally {
    await sandbox.stop();
  }
}

const [browser, mode] = process.argv.slice(2);
process.exitCode = await main(browser === 'firefox' ? 'firefox' : 'chromium', mode === 'headless');
