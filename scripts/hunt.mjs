import { spawnSync } from 'node:child_process';
import { bin } from './setup/run.mjs';

/** Property tests with other values each time: `npm run hunt -- 20` for twenty seeds, five unless told. */
const rounds = Number(process.argv[2] ?? 5);

for (let round = 1; round <= rounds; round += 1) {
  const seed = Math.floor(Math.random() * 2 ** 31);
  console.log(`Round ${round} of ${rounds}: FUZZ_SEED=${seed}`);
  const { status } = spawnSync(bin('vitest'), ['run', '--reporter=dot', 'tests/unit'], {
    stdio: 'inherit',
    env: { ...process.env, FUZZ_SEED: String(seed), FUZZ_RUNS: process.env.FUZZ_RUNS ?? '1000' },
  });
  if (status !== 0) {
    console.error(
      `FUZZ_SEED=${seed} FUZZ_RUNS=${process.env.FUZZ_RUNS ?? 1000} npm run test:unit repeats it.`,
    );
    process.exit(1);
  }
}
