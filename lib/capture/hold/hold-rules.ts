import { isHttp, parseUrl, splitUrl } from '../../oauth/url.ts';

/** The part of a declarativeNetRequest rule that is used here. */
export interface HoldRule {
  readonly id: number;
  readonly priority: number;
  readonly action: { readonly type: 'block' | 'allow' };
  readonly condition: {
    readonly resourceTypes: readonly ('main_frame' | 'sub_frame')[];
    readonly urlFilter?: string;
    readonly regexFilter?: string;
    readonly isUrlFilterCaseSensitive?: boolean;
    readonly requestMethods?: readonly ('get' | 'post')[];
    readonly tabIds?: readonly number[];
    readonly responseHeaders?: readonly { readonly header: string; readonly values: readonly string[] }[];
  };
}

/** A released request that may pass: once, in this tab, to this URL without query and fragment. */
export interface Passage {
  readonly tabId: number;
  readonly frameId: number;
  readonly base: string;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

type Condition = HoldRule['condition'];

/** A request whose answer is posted: nothing in that answer's URL tells it, so its redirect URI must be learnt first. */
const ANNOUNCED = '[?&]response_mode=form_post';

const FRAMES = ['main_frame', 'sub_frame'] as const;

/** What only authorization responses carry together: for callbacks whose redirect URI nobody has learnt yet. */
const RESPONSES = [
  '[?&#](code|id_token|access_token|error)=.*&state=',
  '[?&#]state=.*&(code|id_token|access_token|error)=',
  '[?&#](response|id_token)=ey',
  '[?&#](authorizationCode|authorization_code)=',
] as const;

/**
 * Rules that stop callbacks at these redirect URIs and let released ones pass. They match the redirect URI with a query
 * or fragment, or a POST to it; a page that is opened there plainly is not touched.
 * @param anything also stop what looks like an authorization response at any other address, and, until its redirect URI
 *   is learnt, a request that asks for a posted one; what turns out to be no callback is sent on
 */
export function holdRules(
  uris: readonly string[],
  passages: readonly Passage[],
  anything: boolean,
): readonly HoldRule[] {
  const blocked: Condition[] = [
    ...new Map(
      uris.flatMap(conditionsOf).map((condition) => [JSON.stringify(condition), condition]),
    ).values(),
    ...(anything ? [...RESPONSES, ANNOUNCED].map(anyUrl) : []),
  ];
  const learnt = (anything ? uris : []).filter(isHttp).map(
    (uri): Condition => ({
      resourceTypes: ['main_frame'],
      urlFilter: `redirect_uri=${encodeURIComponent(uri)}`,
      requestMethods: ['get'],
    }),
  );
  const passing = passages.map(
    ({ tabId, base }): Condition => ({
      resourceTypes: FRAMES,
      urlFilter: `|${base}`,
      isUrlFilterCaseSensitive: true,
      tabIds: [tabId],
    }),
  );
  return [
    ...blocked.map((condition) => ({ priority: 1, action: { type: 'block' }, condition }) as const),
    ...[...learnt, ...passing].map(
      (condition) => ({ priority: 2, action: { type: 'allow' }, condition }) as const,
    ),
  ].map((rule, index) => ({ id: index + 1, ...rule }));
}

/** Scheme, host, port and path of a URL as the browser writes them. */
export function canonicalBase(url: string): string | undefined {
  const parsed = parseUrl(splitUrl(url).base);
  return parsed && `${parsed.protocol}//${parsed.host}${parsed.pathname}`;
}

/** True when these rules stop a request of this URL, so that it was not somebody else who stopped it. */
export function isStopped(url: string, uris: readonly string[], anything: boolean): boolean {
  if (anything && [...RESPONSES, ANNOUNCED].some((pattern) => matches(pattern, url))) return true;
  const base = canonicalBase(url);
  return uris.some((uri) => canonicalBase(uri) === base);
}

/** One part of a pattern after another, since `.*` takes time that grows with the square of the URL here. */
function matches(pattern: string, url: string): boolean {
  let rest = url;
  return pattern.split('.*').every((part) => {
    const found = new RegExp(part).exec(rest);
    rest = found ? rest.slice(found.index + found[0].length) : '';
    return found !== null;
  });
}

function conditionsOf(uri: string): readonly Condition[] {
  const base = canonicalBase(uri);
  if (base === undefined) return [];
  if (!isHttp(uri)) return [customScheme(splitUrl(uri).base)];
  const at = (urlFilter: string, method: 'get' | 'post'): Condition => ({
    resourceTypes: FRAMES,
    urlFilter,
    isUrlFilterCaseSensitive: true,
    requestMethods: [method],
  });
  return [at(`|${base}?`, 'get'), at(`|${base}#`, 'get'), at(`|${base}|`, 'post'), at(`|${base}?`, 'post')];
}

/** An application's own scheme is never requested: the answer that redirects there is stopped instead. */
function customScheme(base: string): Condition {
  const literal = base.replace(/[\\*?]/g, '\\$&');
  return {
    resourceTypes: FRAMES,
    responseHeaders: [{ header: 'location', values: [`${literal}\\?*`, `${literal}#*`] }],
  };
}

/** Only main frames: a page in a frame cannot be sent on when it turns out to be something else. */
function anyUrl(regexFilter: string): Condition {
  return {
    resourceTypes: ['main_frame'],
    regexFilter,
    isUrlFilterCaseSensitive: true,
    requestMethods: ['get'],
  };
}
