import { median, middleHalf, type Row, ratios } from '../row.ts';
import { type RedirectServer, startRedirectServer } from './redirect-server.ts';
import { bareStage, otherStage, recordingStage, type Stage } from './stages.ts';

const NAVIGATIONS = 40;
const HOPS = 10;
const WARM_UP_LAPS = 2;

/** Ratios to keep to, by the name of the contender. */
const BUDGETS: Readonly<Record<string, number>> = {
  'Grantscope recording': 1.15,
  'Grantscope recording, its workbench open': 1.25,
};

interface RedirectOptions {
  readonly otherExtensions: readonly string[];
  readonly rounds: number;
}

/**
 * Navigations of ten redirects each, without an extension, with this one, and with any other. All browsers live at the
 * same time; each round begins with another contender, and every other round goes backwards, so that none always follows
 * the same neighbour. Laps before the first round are not counted.
 */
export async function redirectRows({ otherExtensions, rounds }: RedirectOptions): Promise<readonly Row[]> {
  const server = await startRedirectServer();
  const stages: Stage[] = [];
  try {
    stages.push(await bareStage('no extension'));
    stages.push(await bareStage('no extension, again (the noise)'));
    stages.push(await recordingStage('Grantscope recording', false));
    stages.push(await recordingStage('Grantscope recording, its workbench open', true));
    for (const place of otherExtensions) stages.push(await otherStage(place));
    for (let count = 0; count < WARM_UP_LAPS; count++)
      for (const stage of stages) await lap(server, stage, `warm${count}`);
    const times = new Map<Stage, number[]>(stages.map((stage) => [stage, []]));
    const processor = new Map<Stage, number[]>(stages.map((stage) => [stage, []]));
    for (let count = 0; count < rounds; count++) {
      for (const stage of orderOf(stages, count)) {
        const before = await processorTime(stage);
        times.get(stage)?.push(await lap(server, stage, `r${count}`));
        processor.get(stage)?.push((await processorTime(stage)) - before);
      }
    }
    const [bare, ...others] = stages;
    if (!bare) return [];
    return others.flatMap((stage, at) => [
      rowOf(stage.name, times.get(stage) ?? [], times.get(bare) ?? [], at === 0),
      processorRow(stage.name, processor.get(stage) ?? [], processor.get(bare) ?? []),
    ]);
  } finally {
    await Promise.all(stages.map((stage) => stage.close()));
    await server.stop();
  }
}

/** The contenders of a round: each is first equally often, and follows either neighbour. */
function orderOf(stages: readonly Stage[], round: number): readonly Stage[] {
  const order = stages.map((_, at) => stages[(at + Math.floor(round / 2)) % stages.length] as Stage);
  return round % 2 === 0 ? order : order.toReversed();
}

async function lap(server: RedirectServer, { page, name }: Stage, label: string): Promise<number> {
  await page.bringToFront();
  const began = performance.now();
  for (let count = 0; count < NAVIGATIONS; count++) {
    await page.goto(server.url(`${label}-${count}-${name.length}`, HOPS));
  }
  return performance.now() - began;
}

/** Milliseconds for which the processes of a browser have used a processor; another busy program does not count. */
async function processorTime({ page }: Stage): Promise<number> {
  const session = await page.browser().target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1_000;
}

function processorRow(name: string, times: readonly number[], base: readonly number[]): Row {
  const all = ratios(times, base);
  return {
    what: `processor time of the browser for them: ${name}`,
    comparedWith: 'no extension',
    ratio: median(all),
    spread: middleHalf(all),
    rounds: times.length,
    figure: `${(median(times) / NAVIGATIONS).toFixed(2)} ms each`,
  };
}

function rowOf(name: string, times: readonly number[], base: readonly number[], isNoise: boolean): Row {
  const all = ratios(times, base);
  const ratio = median(all);
  const spread = middleHalf(all);
  const budget = BUDGETS[name];
  return {
    what: `${NAVIGATIONS} navigations of ${HOPS} redirects: ${name}`,
    comparedWith: 'no extension',
    ratio,
    spread,
    rounds: times.length,
    figure: `${(median(times) / NAVIGATIONS).toFixed(2)} ms each`,
    ...(isNoise && (spread[0] > 1 || spread[1] < 1)
      ? { invalid: 'the middle half of the same beside itself does not include 1' }
      : {}),
    ...(budget === undefined ? {} : { budget: `≤ ${budget}`, kept: ratio <= budget }),
  };
}
