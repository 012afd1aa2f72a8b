import fc from 'fast-check';

/**
 * Property tests try the same values in every run, so that a run fails for what was changed. FUZZ_SEED tries others, and
 * FUZZ_RUNS more of them; `npm run hunt` does both.
 */
fc.configureGlobal({
  seed: Number(process.env.FUZZ_SEED ?? 2_101_917_502),
  ...(process.env.FUZZ_RUNS !== undefined && { numRuns: Number(process.env.FUZZ_RUNS) }),
});
