/**
 * How often a test of load repeats: `whole` when `npm run hunt -- browser` runs it, else `sample`, so that a developer's run
 * takes minutes.
 */
export const sampleOf = (whole: number, sample: number): number =>
  process.env.WHOLE_SAMPLES === '1' ? whole : sample;
