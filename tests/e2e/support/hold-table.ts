import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BackgroundLink } from './background.ts';
import type { Arrived, CookieSites } from './cookie-sites.ts';
import { poll } from './poll.ts';

const DOCUMENT = fileURLToPath(new URL('../../../docs/hold.md', import.meta.url));
const e = encodeURIComponent;

/** How a callback comes about. */
interface Way {
  readonly name: string;
  /** The page that is opened, given the sites. */
  readonly page: (sites: CookieSites) => string;
  /** Whether the page is left by a click; otherwise it goes on by itself. */
  readonly click: boolean;
}

const callback = (sites: CookieSites): string => `${sites.application}/callback`;
const answer = (sites: CookieSites): string => `${callback(sites)}?code=abc&state=s1`;
const redirect = (sites: CookieSites): string => `${sites.provider}/302?to=${e(answer(sites))}`;

const WAYS: readonly Way[] = [
  {
    name: 'GET, from a link of the provider',
    page: (sites) => `${sites.provider}/link?to=${e(answer(sites))}`,
    click: true,
  },
  {
    name: 'GET, from a link of the application through the provider',
    page: (sites) => `${sites.application}/link?to=${e(redirect(sites))}`,
    click: true,
  },
  {
    name: 'form_post',
    page: (sites) => `${sites.provider}/form?to=${e(callback(sites))}`,
    click: true,
  },
  {
    name: 'GET in a frame of the application',
    page: (sites) => `${sites.application}/frame?of=${e(redirect(sites))}`,
    click: false,
  },
  {
    name: 'form_post in a frame of the application',
    page: (sites) =>
      `${sites.application}/frame?of=${e(`${sites.provider}/posted?to=${e(callback(sites))}`)}`,
    click: false,
  },
];

const RELEASES = ['natural', 'held, released unmodified', 'held, released with another state'] as const;

/** The browser under test. */
export interface HoldTableBrowser {
  readonly background: BackgroundLink;
  /** Opens a page in the tab, without waiting for what it leads to. */
  open(url: string): Promise<void>;
  /** Clicks the element with the id `go`. */
  go(): Promise<void>;
}

/** Lines of a table: what reached the application in each way, measured. */
export async function measureHoldTable(
  sites: CookieSites,
  { background, open, go }: HoldTableBrowser,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const way of WAYS) {
    for (const release of RELEASES) {
      const held = release !== 'natural';
      await background.call('setHold', held ? { on: true, only: [callback(sites)] } : { on: false });
      await background.call('clear', 'all');
      await open(sites.signIn);
      const before = sites.arrived.length;
      await open(way.page(sites));
      if (way.click) await go();
      if (held) {
        const flow = await poll(
          async () => (await background.call('recentCallbacks', 5)).find(({ status }) => status === 'held'),
          `A held callback (${way.name})`,
        );
        const parameters = [
          { from: 0, name: 'code', value: 'abc' },
          { from: 1, name: 'state', value: 'another' },
        ];
        const changed = release.includes('another');
        await background.call('release', flow.id, changed ? { as: 'changed', parameters } : { as: 'it was' });
      }
      const arrived = await poll(async () => sites.arrived[before], `An arrival (${way.name}, ${release})`);
      lines.push(line(way.name, release, arrived, sites));
    }
  }
  return lines;
}

function line(
  name: string,
  release: string,
  arrived: Arrived,
  { application, provider }: CookieSites,
): string {
  const origin = arrived.origin.replace(provider, 'provider').replace(application, 'application');
  return `| ${name} | ${release} | ${arrived.cookies || 'none'} | ${origin || 'none'} | ${arrived.fetchSite} |`;
}

/** The lines of a browser's table in docs/hold.md. With HOLD_TABLE=write the measured ones are put there first. */
export async function documentedHoldTable(
  browser: 'chromium' | 'firefox',
  measured: readonly string[],
): Promise<readonly string[]> {
  const text = await readFile(DOCUMENT, 'utf8');
  const [start, end] = [`<!-- ${browser}: measured -->`, `<!-- ${browser}: end -->`];
  const from = text.indexOf(start) + start.length;
  const to = text.indexOf(end);
  if (process.env.HOLD_TABLE === 'write') {
    const head = [
      '| callback | how | cookies | Origin | Sec-Fetch-Site |',
      '| --- | --- | --- | --- | --- |',
    ];
    const table = [...head, ...measured].join('\n');
    await writeFile(DOCUMENT, `${text.slice(0, from)}\n\n${table}\n\n${text.slice(to)}`);
    return measured;
  }
  return text
    .slice(from, to)
    .split('\n')
    .filter((one) => one.startsWith('| '))
    .slice(2);
}
