import { cookieContext, type Navigation } from '../../../lib/flow/cookies/cookie-context.ts';
import type { CookieBrowser } from '../../../lib/flow/cookies/cookie-types.ts';
import { whyWithheld } from '../../../lib/flow/cookies/predict-cookie.ts';
import { readSetCookie } from '../../../lib/flow/cookies/read-set-cookie.ts';
import { COOKIES, type CookieSites } from './cookie-sites.ts';
import { poll } from './poll.ts';

const e = encodeURIComponent;

/** How a page leads to the callback. */
interface Channel {
  readonly name: string;
  readonly page: (origin: string, callback: string) => string;
  readonly click: boolean;
  readonly method?: 'POST';
  /** The redirect that led there. */
  readonly through?: string;
  readonly framed?: true;
}

const CHANNELS: readonly Channel[] = [
  {
    name: '302',
    page: (origin, to) => `${origin}/link?to=${e(`${origin}/302?to=${e(to)}`)}`,
    click: true,
    through: '/302',
  },
  {
    name: '303 after a POST',
    page: (origin, to) => `${origin}/form?to=${e(`${origin}/303?to=${e(to)}`)}`,
    click: true,
    through: '/303',
  },
  { name: 'form_post', page: (origin, to) => `${origin}/form?to=${e(to)}`, click: true, method: 'POST' },
  { name: 'script', page: (origin, to) => `${origin}/script?to=${e(to)}`, click: true },
  { name: 'frame', page: (origin, to) => `${origin}/frame?of=${e(to)}`, click: false, framed: true },
];

/** The browser under test. */
export interface MatrixBrowser {
  readonly name: CookieBrowser;
  /** Opens a page in the tab, without waiting for what it leads to. */
  open(url: string): Promise<void>;
  /** Clicks the element with the id `go`. */
  go(): Promise<void>;
  /** Waits for the element with the id `arrived`. */
  arrive(): Promise<void>;
}

/** Lines of a table: channel, relation of the sites, and the names of the cookies. */
interface Matrix {
  readonly predicted: readonly string[];
  readonly received: readonly string[];
}

/** Leads each channel from the same and from another site to the callback of the application, which has set its cookies. */
export async function measureCookieMatrix(sites: CookieSites, browser: MatrixBrowser): Promise<Matrix> {
  const predicted: string[] = [];
  const received: string[] = [];
  const callback = `${sites.application}/callback?code=abc&state=s1`;
  for (const [relation, origin] of [
    ['same site', sites.application],
    ['cross site', sites.provider],
  ] as const) {
    for (const channel of CHANNELS) {
      // Firefox may allow it after a click has led from one site to the other: it is asked for just before it counts.
      const thirdPartyBlocked = channel.framed === true && (await blocksThirdParty(sites, browser));
      await browser.open(sites.signIn);
      const setAt = Date.now();
      const before = sites.arrived.length;
      const page = channel.page(origin, callback);
      await browser.open(page);
      if (channel.click) await browser.go();
      const line = `${channel.name}, ${relation}:`;
      const arrived = await poll(async () => sites.arrived[before], `An arrival (${line})`);
      if (channel.click) await browser.arrive();
      received.push(`${line} ${arrived.cookies}`);
      const { method = 'GET', through, framed } = channel;
      const navigation: Navigation = {
        method,
        url: callback,
        at: Date.now(),
        initiator: page,
        chain: through === undefined ? [] : [`${origin}${through}`],
        ...(framed ? { top: page } : {}),
        thirdPartyBlocked,
      };
      predicted.push(`${line} ${predict(sites, navigation, setAt, browser.name)}`);
    }
  }
  return { predicted, received };
}

/** Whether the browser's settings withhold the cookies of an image of another site. */
async function blocksThirdParty(sites: CookieSites, browser: MatrixBrowser): Promise<boolean> {
  await browser.open(sites.signIn);
  const before = sites.arrived.length;
  await browser.open(`${sites.provider}/image?to=${e(`${sites.application}/account`)}`);
  const { cookies } = await poll(async () => sites.arrived[before], 'The request of an image');
  return !cookies.split(' ').includes('None');
}

function predict(sites: CookieSites, navigation: Navigation, setAt: number, browser: CookieBrowser): string {
  const context = cookieContext(navigation, browser);
  const setting = { method: 'GET', url: sites.signIn, at: setAt, chain: [] };
  const { topSite } = cookieContext(setting, browser);
  const sent = COOKIES.flatMap((header) => {
    const cookie = readSetCookie(header.replace(/^\w+/, '$&=1'), setAt);
    if (!cookie) return [];
    const { attributes } = cookie;
    const withheld = whyWithheld({ attributes, url: sites.signIn, at: setAt, topSite }, context, browser);
    return withheld ? [] : [attributes.name];
  });
  return sent.toSorted().join(' ');
}
