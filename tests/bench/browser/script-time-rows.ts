import type { CDPSession, Page } from 'puppeteer-core';
import { buildFor } from '../../e2e/support/build.ts';
import { chromiumArguments } from '../../e2e/support/chromium-arguments.ts';
import type { Row } from '../row.ts';
import { type RedirectServer, startRedirectServer } from './redirect-server.ts';
import { profile, type ScriptTime } from './script-time.ts';
import { launch, openRecording, workerSession } from './stages.ts';

const HOPS = 10;
const WARM_UP = 20;
/** Most expensive functions that are printed. */
const TOP = 10;

const BUDGET = { background: 8, workbench: 15 } as const;

/** Script time of the background and of the workbench per recorded navigation, under the profiler. */
export async function scriptTimeRows(navigations: number): Promise<readonly Row[]> {
  const server = await startRedirectServer();
  const browser = await launch(chromiumArguments(buildFor('chromium')));
  const workbench = await openRecording(browser);
  const page = await browser.newPage();
  const background = await workerSession(browser);
  const shown = await workbench.createCDPSession();
  await navigate(server, page, 'warm', WARM_UP);

  const [besideOpen, ofPage] = await during([background, shown], () =>
    navigate(server, page, 'open', navigations),
  );
  await workbench.close();
  const [alone] = await during([background], () => navigate(server, page, 'closed', navigations));
  await browser.close();
  await server.stop();
  const row = (what: string, time: ScriptTime | undefined, budget: number): Row => {
    const each = (time?.total ?? Number.NaN) / navigations;
    print(what, time, navigations);
    return {
      what: `script time per navigation of ${HOPS} redirects: ${what}`,
      comparedWith: '',
      rounds: navigations,
      figure: `${each.toFixed(2)} ms`,
      budget: `≤ ${budget} ms`,
      kept: each <= budget,
    };
  };
  return [
    row('background, no page open', alone, BUDGET.background),
    row('background, workbench open', besideOpen, BUDGET.background),
    row('workbench', ofPage, BUDGET.workbench),
  ];
}

async function during(
  sessions: readonly CDPSession[],
  act: () => Promise<void>,
): Promise<readonly ScriptTime[]> {
  const ends = await Promise.all(sessions.map(profile));
  await act();
  return Promise.all(ends.map((end) => end()));
}

async function navigate(server: RedirectServer, page: Page, label: string, times: number): Promise<void> {
  for (let count = 0; count < times; count++) await page.goto(server.url(`${label}-${count}`, HOPS));
}

function print(what: string, time: ScriptTime | undefined, navigations: number): void {
  console.log(`\nMost expensive in the ${what}, ms of their own per navigation:`);
  for (const { name, self } of time?.functions.slice(0, TOP) ?? [])
    console.log(`  ${(self / navigations).toFixed(3)}  ${name}`);
}
