import { Bench } from 'tinybench';
import { median, middleHalf, type Row, ratios } from '../row.ts';

const ROUNDS = 15;
/** Milliseconds for which each side runs in a round. */
const SLICE = 60;

type Work = () => unknown;

export interface Comparison {
  readonly what: string;
  readonly comparedWith: string;
  readonly ours: Work;
  readonly theirs: Work;
  /** How many operations one call of `ours` makes; 1 unless given. */
  readonly operations?: number;
  readonly budget?: { readonly says: string; keeps(ratio: number, milliseconds: number): boolean };
}

/** Times two functions in turns, so that a busy moment of the machine hits both. */
export async function alternate(comparison: Comparison): Promise<Row> {
  const { what, comparedWith, ours, theirs, budget, operations = 1 } = comparison;
  const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const bench = new Bench({
      time: SLICE,
      iterations: operations > 1 ? 3 : 30,
      warmup: round === 0,
      warmupTime: SLICE,
      warmupIterations: 3,
    });
    const order = round % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const);
    for (const name of order) bench.add(name, name === 'ours' ? ours : theirs);
    await bench.run();
    for (const task of bench.tasks) {
      if (!('latency' in task.result)) throw new Error(`${what}: ${task.name} could not be run.`);
      times[task.name as 'ours' | 'theirs'].push(task.result.latency.p50);
    }
  }
  const all = ratios(times.ours, times.theirs);
  const milliseconds = median(times.ours) / operations;
  const ratio = median(all);
  return {
    what,
    comparedWith,
    ratio,
    spread: middleHalf(all),
    rounds: ROUNDS,
    figure: milliseconds < 0.1 ? `${(milliseconds * 1000).toFixed(2)} µs` : `${milliseconds.toFixed(3)} ms`,
    ...(budget ? { budget: budget.says, kept: budget.keeps(ratio, milliseconds) } : {}),
  };
}
