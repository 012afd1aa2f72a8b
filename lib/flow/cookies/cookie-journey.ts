import { parseUrl } from '../../oauth/url.ts';
import type { Flow } from '../types.ts';
import { type CookieContext, cookieContext } from './cookie-context.ts';
import { cookieRefusal } from './cookie-refusal.ts';
import type {
  CookieAttributes,
  CookieBrowser,
  CookieExchange,
  CookieRefusal,
  CookieWithholding,
  FlowCookies,
  SentCookie,
  SetCookie,
} from './cookie-types.ts';
import { hopContext } from './hop-context.ts';
import { matchExchanges } from './match-exchange.ts';
import { domainMatches, type KeptCookie, whyWithheld } from './predict-cookie.ts';

/** What a response did to a cookie. */
export type CookieSetting = 'set' | 'changed' | 'renewed' | 'deleted' | 'refused';

/** What happened to a cookie at one hop; a member is absent when it does not apply. */
export interface JourneyCell {
  /** True when the request carried it, false when the browser withheld it; absent when it is of another host. */
  readonly sent?: boolean;
  readonly why?: CookieWithholding;
  /** True when the headers were not visible, so that {@link sent} is a prediction. */
  readonly predicted?: true;
  readonly setting?: CookieSetting;
  readonly refusal?: CookieRefusal;
}

/** One cookie through the hops of a flow. */
export interface JourneyRow {
  readonly name: string;
  /** Host of the request that set it, or first carried it. */
  readonly host: string;
  /** As last set, or as the browser told of a cookie that was sent; absent when neither was seen. */
  readonly attributes?: CookieAttributes;
  /** The address whose response set it first, when that was no hop of the flow. */
  readonly setBefore?: string;
  /** Why the browser did not keep what was set there. */
  readonly refusedBefore?: CookieRefusal;
  /** One for each hop. */
  readonly cells: readonly JourneyCell[];
}

/** A cookie while the exchanges are walked. */
interface Tracked {
  readonly name: string;
  readonly host: string;
  attributes?: CookieAttributes;
  kept?: KeptCookie;
  hash?: string;
  setBefore?: string;
  refusedBefore?: CookieRefusal;
  readonly cells: JourneyCell[];
}

/** What became of each cookie at each hop of a flow: observed where headers were seen, else predicted. */
export function cookieJourney(flow: Flow, cookies: FlowCookies): readonly JourneyRow[] {
  const matched = matchExchanges(flow.hops, cookies.exchanges);
  const rows: Tracked[] = [];
  for (const { exchange, hop } of inOrder(flow, cookies, matched)) {
    const context =
      hop === undefined
        ? exchange && ownContext(exchange, cookies.browser)
        : hopContext(flow, hop, cookies.browser);
    if (!context) continue;
    send(rows, exchange, context, hop, cookies);
    for (const cookie of exchange?.set ?? []) set(rows, cookie, context, hop);
  }
  return rows.map(({ kept: _, hash: __, cells, ...row }) => ({
    ...row,
    cells: flow.hops.map((___, index) => cells[index] ?? {}),
  }));
}

interface Visit {
  readonly exchange: CookieExchange | undefined;
  /** Index of the hop; undefined for an exchange beside the hops. */
  readonly hop: number | undefined;
  readonly at: number;
}

function inOrder(
  { hops }: Flow,
  { exchanges }: FlowCookies,
  matched: readonly (CookieExchange | undefined)[],
): readonly Visit[] {
  const known = new Set(matched);
  const beside = exchanges
    .filter((exchange) => !known.has(exchange))
    .map((exchange): Visit => ({ exchange, hop: undefined, at: exchange.at }));
  const ofHops = hops.map((hop, index): Visit => ({ exchange: matched[index], hop: index, at: hop.at }));
  return [...beside, ...ofHops].toSorted((a, b) => a.at - b.at);
}

/** A page or call beside the hops is taken for the application's own. */
function ownContext({ method, url, at }: CookieExchange, browser: CookieBrowser): CookieContext {
  return cookieContext({ method, url, at, chain: [] }, browser);
}

function send(
  rows: Tracked[],
  exchange: CookieExchange | undefined,
  context: CookieContext,
  hop: number | undefined,
  { browser }: FlowCookies,
): void {
  const host = hostOf(context.url);
  for (const cookie of exchange?.sent ?? []) {
    const row =
      rows.find((one) => one.name === cookie.name && belongs(one, host)) ?? added(rows, cookie, host);
    if (cookie.attributes) row.attributes ??= cookie.attributes;
    row.hash = cookie.hash;
  }
  if (hop === undefined) return;
  for (const row of rows) {
    const cell = sentCell(row, exchange?.sent, host, context, browser);
    if (cell) row.cells[hop] = cell;
  }
}

function sentCell(
  row: Tracked,
  sent: readonly SentCookie[] | undefined,
  host: string,
  context: CookieContext,
  browser: CookieBrowser,
): JourneyCell | undefined {
  if (!belongs(row, host)) return undefined;
  const kept = row.kept ?? (row.attributes && keptOf(row.attributes, row, context));
  const why = kept && whyWithheld(kept, context, browser);
  if (!sent) {
    if (!kept) return undefined;
    return why ? { sent: false, why, predicted: true } : { sent: true, predicted: true };
  }
  if (sent.some(({ name }) => name === row.name)) return { sent: true };
  if (row.kept === undefined && row.hash === undefined) return undefined;
  // Nothing else withholds a cookie in a frame of another site that its attributes allow.
  return { sent: false, why: why ?? (context.frame === 'cross-site' ? 'third-party' : 'not-explained') };
}

/** A cookie that was sent before anybody saw it set: it is older than Chromium's two minutes as far as is known. */
function keptOf(attributes: CookieAttributes, { host }: Tracked, { topSite }: CookieContext): KeptCookie {
  return { attributes: { path: '/', ...attributes }, url: `https://${host}/`, at: 0, topSite };
}

function set(
  rows: Tracked[],
  { hash, ...attributes }: SetCookie,
  context: CookieContext,
  hop: number | undefined,
): void {
  const host = hostOf(context.url);
  const row =
    rows.find((one) => one.name === attributes.name && belongs(one, host)) ?? added(rows, attributes, host);
  const refusal = cookieRefusal(attributes, context);
  const setting = settingOf(row, attributes, hash, refusal, context.at);
  if (hop === undefined) row.setBefore ??= context.url;
  else row.cells[hop] = { ...row.cells[hop], setting, ...(refusal ? { refusal } : {}) };
  if (refusal) {
    if (hop === undefined) row.refusedBefore = refusal;
    row.attributes ??= attributes;
    return;
  }
  row.attributes = attributes;
  if (setting === 'deleted') {
    delete row.kept;
    delete row.hash;
    return;
  }
  row.kept = {
    attributes,
    url: context.url,
    at: setting === 'renewed' ? (row.kept?.at ?? context.at) : context.at,
    topSite: context.topSite,
  };
  row.hash = hash;
}

function settingOf(
  { hash: former, kept }: Tracked,
  { expires }: CookieAttributes,
  hash: string,
  refusal: CookieRefusal | undefined,
  at: number,
): CookieSetting {
  if (refusal) return 'refused';
  if (expires !== undefined && expires <= at) return 'deleted';
  if (former === undefined && !kept) return 'set';
  return former === hash ? 'renewed' : 'changed';
}

function added(rows: Tracked[], { name }: { readonly name: string }, host: string): Tracked {
  const row: Tracked = { name, host, cells: [] };
  rows.push(row);
  return row;
}

function belongs({ host, attributes }: Tracked, target: string): boolean {
  return host === target || (attributes?.domain !== undefined && domainMatches(target, attributes.domain));
}

function hostOf(url: string): string {
  return parseUrl(url)?.hostname ?? '';
}
