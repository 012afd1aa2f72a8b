import { EMPTY_FLOWS, type FlowsState, type Observation, reduceObservation } from '../../../lib/index.ts';
import { CATALOGUE } from '../../unit/support/catalogue.ts';
import { median, middleHalf, type Row, ratios } from '../row.ts';

const ROUNDS = 21;
/** Callbacks that are timed in a round. */
const CALLBACKS = 50;
const FEW = 10;
const MANY = [1_000, 10_000] as const;

/** What one more callback costs with ever more flows. */
export async function growthRows(): Promise<readonly Row[]> {
  const few = filled(FEW);
  return MANY.map((count) => {
    const many = filled(count);
    const times: { few: number[]; many: number[] } = { few: [], many: [] };
    for (let round = -2; round < ROUNDS; round++) {
      const order = round % 2 === 0 ? (['few', 'many'] as const) : (['many', 'few'] as const);
      for (const name of order) {
        const time = timeOf(name === 'few' ? few : many, round);
        if (round >= 0) times[name].push(time);
      }
    }
    const all = ratios(times.many, times.few);
    const ratio = median(all);
    return {
      what: `one more callback after ${count.toLocaleString('en')} flows, reduced`,
      comparedWith: `after ${FEW} flows`,
      ratio,
      spread: middleHalf(all),
      rounds: ROUNDS,
      figure: `${(median(times.many) * 1_000).toFixed(0)} µs`,
      budget: '≤ 2',
      kept: ratio <= 2,
    };
  });
}

/** Milliseconds for each of some callbacks. */
function timeOf(before: FlowsState, round: number): number {
  const observations = Array.from({ length: CALLBACKS }, (_, n) =>
    attempt(1_000_000 + (round + 10) * CALLBACKS + n),
  ).flat();
  const began = performance.now();
  let flows = before;
  for (const observation of observations) flows = reduceObservation(flows, observation, CATALOGUE);
  const took = performance.now() - began;
  if (flows === before) throw new Error('Nothing was reduced.');
  return took / CALLBACKS;
}

function filled(count: number): FlowsState {
  let flows = EMPTY_FLOWS;
  for (let n = 0; n < count; n++)
    for (const observation of attempt(n)) flows = reduceObservation(flows, observation, CATALOGUE);
  return flows;
}

/** What the browser tells of an attempt with one redirect, in one of forty tabs. */
function attempt(n: number): readonly Observation[] {
  const at = 1_790_000_000_000 + n * 1_000;
  const redirect = 'https://app.example/callback';
  const authorize = `https://bank.example/authorize?response_type=code&client_id=c&redirect_uri=${encodeURIComponent(redirect)}&state=state-${n}`;
  const callback = `${redirect}?code=code-${n}&state=state-${n}`;
  const seen = { tabId: n % 40, frameId: 0, eventSource: 'webRequest', requestId: `${n}` } as const;
  const id = (step: number): string => `${at}-${String(step).padStart(7, '0')}-bench`;
  return [
    { ...seen, id: id(1), at, kind: 'request', method: 'GET', url: authorize },
    { ...seen, id: id(2), at: at + 5, kind: 'response', url: authorize, status: 302, location: callback },
    { ...seen, id: id(3), at: at + 10, kind: 'request', method: 'GET', url: callback },
    { ...seen, id: id(4), at: at + 15, kind: 'response', url: callback, status: 200 },
    {
      ...{ id: id(5), at: at + 20, kind: 'committed', eventSource: 'webNavigation', byPerson: false },
      ...{ tabId: n % 40, frameId: 0, url: callback },
    } as Observation,
  ];
}
