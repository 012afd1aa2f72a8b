import { median, middleHalf, type Row, ratios } from '../row.ts';
import { type RedirectServer, startRedirectServer } from './redirect-server.ts';
import { bareStage, otherStage, recordingStage, type Stage } from './stages.ts';

const NAVIGATIONS = 60;
const HOPS = 10;
const ROUNDS = 9;

/** Navigations of ten redirects each, without an extension, with this one, and with any other. */
export async function redirectRows(otherExtensions: readonly string[]): Promise<readonly Row[]> {
  const server = await startRedirectServer();
  const stages = [
    await bareStage('no extension'),
    await bareStage('no extension, again (the noise)'),
    await recordingStage('Grantscope recording', false),
    await recordingStage('Grantscope recording, its workbench open', true),
    ...(await Promise.all(otherExtensions.map(otherStage))),
  ];
  const times = new Map<Stage, number[]>(stages.map((stage) => [stage, []]));
  await Promise.all(stages.map((stage) => round(server, stage, 'warm')));
  for (let count = 0; count < ROUNDS; count++) {
    // Each round begins with another one, so that none always follows the same neighbour.
    const order = stages.map((_, at) => stages[(at + count) % stages.length] as Stage);
    for (const stage of order) times.get(stage)?.push(await round(server, stage, `r${count}`));
  }
  await Promise.all(stages.map((stage) => stage.close()));
  await server.stop();
  const [bare, ...others] = stages;
  const base = (bare && times.get(bare)) ?? [];
  return others.map((stage) => rowOf(stage, times.get(stage) ?? [], base));
}

async function round(server: RedirectServer, { page, name }: Stage, label: string): Promise<number> {
  await page.bringToFront();
  const began = performance.now();
  for (let count = 0; count < NAVIGATIONS; count++) {
    await page.goto(server.url(`${label}-${count}-${name.length}`, HOPS));
  }
  return performance.now() - began;
}

function rowOf({ name }: Stage, times: readonly number[], base: readonly number[]): Row {
  const all = ratios(times, base);
  const ratio = median(all);
  return {
    what: `${NAVIGATIONS} navigations of ${HOPS} redirects: ${name}`,
    comparedWith: 'no extension',
    ratio,
    spread: middleHalf(all),
    rounds: ROUNDS,
    figure: `${(median(times) / NAVIGATIONS).toFixed(2)} ms each`,
    ...(name.startsWith('Grantscope') ? { budget: '≤ 1.10', kept: ratio <= 1.1 } : {}),
  };
}
