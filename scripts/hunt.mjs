import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { bin } from './setup/run.mjs';

const END_TO_END = 'tests/e2e/chromium';

const [what = '5'] = process.argv.slice(2);

/** Runs a program with more in its environment; ends this one with a sentence when it fails. */
function runOrEnd(program, args, env, remedy) {
  const { status } = spawnSync(bin(program), args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (status === 0) return;
  if (remedy !== undefined) console.error(remedy);
  process.exit(1);
}

/** Property tests with other values each time. */
function huntValues(rounds) {
  const runs = process.env.FUZZ_RUNS ?? '1000';
  for (let round = 1; round <= rounds; round += 1) {
    const seed = Math.floor(Math.random() * 2 ** 31);
    console.log(`Round ${round} of ${rounds}: FUZZ_SEED=${seed}`);
    const args = ['run', '--reporter=dot', 'tests/unit'];
    const remedy = `FUZZ_SEED=${seed} FUZZ_RUNS=${runs} npm run test:unit repeats it.`;
    runOrEnd('vitest', args, { FUZZ_SEED: String(seed), FUZZ_RUNS: runs }, remedy);
  }
}

/** The end-to-end tests that otherwise take a sample, whole: those that import `sampleOf`. */
function huntInBrowser() {
  const files = readdirSync(END_TO_END)
    .map((name) => `${END_TO_END}/${name}`)
    .filter((path) => path.endsWith('.test.ts') && /\bsampleOf\b/.test(readFileSync(path, 'utf8')));
  runOrEnd('wxt', ['build', '-b', 'chrome', '--mv3'], {});
  const config = 'tests/e2e/playwright.config.ts';
  const args = ['test', '-c', config, '--project=chromium', '--workers=1', ...files];
  runOrEnd('playwright', args, { WHOLE_SAMPLES: '1' });
}

if (what === 'browser') huntInBrowser();
else huntValues(Number(what));
