import { isHttp, parseUrl, splitUrl } from '../../oauth/url.ts';
import type { Allowance } from './allowances.ts';
import type { HeldUri } from './held-uris.ts';

/** The part of a declarativeNetRequest rule that is used here. */
export interface HoldRule {
  readonly id: number;
  readonly priority: number;
  readonly action:
    | { readonly type: 'block' | 'allow' }
    | { readonly type: 'redirect'; readonly redirect: { readonly url: string } }
    | { readonly type: 'modifyHeaders'; readonly requestHeaders: readonly HeaderChange[] };
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

/** A header of a request that is set or taken away. */
export type HeaderChange =
  | { readonly header: string; readonly operation: 'set'; readonly value: string }
  | { readonly header: string; readonly operation: 'remove' };

type Condition = HoldRule['condition'];
type Rule = Omit<HoldRule, 'id'>;

/**
 * Priorities. An allow rule for authorize requests outweighs only the rule that stops authorize requests, never one that
 * stops callbacks: a callback that repeats its own redirect_uri is no exception. An allowance outweighs all for one URL in one tab.
 */
const PRIORITY = { announced: 1, learnt: 2, callback: 3, allowance: 4, headers: 5 } as const;

/** A request whose answer is posted: nothing in that answer's URL tells it, so its redirect URI must be learnt first. */
const ANNOUNCED = [
  '[?&]response_mode=form_post.*&(redirect_uri|client_id|request)=',
  '[?&](redirect_uri|client_id|request)=.*&response_mode=form_post',
] as const;

const FRAMES = ['main_frame', 'sub_frame'] as const;

/**
 * Rules that stop callbacks at these redirect URIs and let released ones pass. They match the redirect URI with a query
 * or fragment, or a POST to it; a page that is opened there plainly is not touched.
 * @param responses patterns of authorization responses that are stopped at any other address too; then also, until its
 *   redirect URI is learnt, a request that asks for a posted one. None: only these redirect URIs
 */
export function holdRules(
  uris: readonly HeldUri[],
  allowances: readonly Allowance[],
  responses: readonly string[],
): readonly HoldRule[] {
  const anything = responses.length > 0;
  const unique = new Map<string, Condition>();
  for (const condition of uris.flatMap(conditionsOf)) unique.set(JSON.stringify(condition), condition);
  const rules: Rule[] = [
    ...[...unique.values(), ...responses.map(anyUrl)].map(block(PRIORITY.callback)),
    ...(anything ? ANNOUNCED.map(anyUrl).map(block(PRIORITY.announced)) : []),
    ...(anything ? uris.filter(({ uri }) => isHttp(uri)).flatMap(learntRules) : []),
    ...allowances.flatMap(allowanceRules),
  ];
  return rules.map((rule, index) => ({ id: index + 1, ...rule }));
}

/** Scheme, host, port and path of a URL as the browser writes them. */
export function canonicalBase(url: string): string | undefined {
  const parsed = parseUrl(splitUrl(url).base);
  return parsed && `${parsed.protocol}//${parsed.host}${parsed.pathname}`;
}

/**
 * True when these rules stop a request of this URL, so that it was not somebody else who stopped it.
 * @param responses as for {@link holdRules}
 */
export function isStopped(url: string, uris: readonly HeldUri[], responses: readonly string[]): boolean {
  const patterns = responses.length > 0 ? [...responses, ...ANNOUNCED] : [];
  if (patterns.some((pattern) => matches(pattern, url))) return true;
  const base = canonicalBase(url);
  return uris.some(({ uri }) => canonicalBase(uri) === base);
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

const block =
  (priority: number) =>
  (condition: Condition): Rule => ({ priority, action: { type: 'block' }, condition });

function conditionsOf({ uri, frames }: HeldUri): readonly Condition[] {
  const base = canonicalBase(uri);
  if (base === undefined) return [];
  if (!isHttp(uri)) return [customScheme(splitUrl(uri).base)];
  const places: Pick<Condition, 'resourceTypes' | 'tabIds'>[] =
    frames === 'everywhere'
      ? [{ resourceTypes: FRAMES }]
      : [
          { resourceTypes: ['main_frame'] },
          ...(frames.length > 0 ? [{ resourceTypes: ['sub_frame'], tabIds: frames } as const] : []),
        ];
  const at = (urlFilter: string, method: 'get' | 'post'): readonly Condition[] =>
    places.map((place) => ({
      ...place,
      urlFilter,
      isUrlFilterCaseSensitive: true,
      requestMethods: [method],
    }));
  // In a filter `*` stands for anything and `^` for a separator: a redirect URI with them stops a little more.
  return [
    ...at(`|${base}?`, 'get'),
    ...at(`|${base}#`, 'get'),
    ...at(`|${base}|`, 'post'),
    ...at(`|${base}?`, 'post'),
  ];
}

/** An application's own scheme is never requested: the answer that redirects there is stopped instead. */
function customScheme(base: string): Condition {
  const literal = base.replace(/[\\*?]/g, '\\$&');
  return {
    resourceTypes: FRAMES,
    responseHeaders: [{ header: 'location', values: [`${literal}\\?*`, `${literal}#*`] }],
  };
}

/** Only main frames: a request in a frame cannot be repeated when it turns out to be something else. */
function anyUrl(regexFilter: string): Condition {
  return {
    resourceTypes: ['main_frame'],
    regexFilter,
    isUrlFilterCaseSensitive: true,
    requestMethods: ['get'],
  };
}

/** Authorize requests whose redirect URI is held already may go. Delimited on both sides: no other URI begins with it. */
function learntRules({ uri }: HeldUri): readonly Rule[] {
  const named = `redirect_uri=${encodeURIComponent(uri).replace(/[*^]/g, '^')}`;
  return [`?${named}&`, `&${named}&`, `&${named}|`].map((urlFilter) => ({
    priority: PRIORITY.learnt,
    action: { type: 'allow' },
    condition: {
      resourceTypes: ['main_frame'],
      urlFilter,
      isUrlFilterCaseSensitive: true,
      requestMethods: ['get'],
    },
  }));
}

/** One request may pass: this URL, in this tab. Where it goes on to another URL, that one may pass too. */
function allowanceRules({ tabId, frameId, from, to, headers }: Allowance): readonly Rule[] {
  const place = { resourceTypes: [frameId === 0 ? 'main_frame' : 'sub_frame'], tabIds: [tabId] } as const;
  const allow = { priority: PRIORITY.allowance, action: { type: 'allow' } } as const;
  const rules: Rule[] = [{ ...allow, condition: { ...place, ...(to?.condition ?? from.condition) } }];
  if (to) {
    const action = { type: 'redirect', redirect: { url: to.url } } as const;
    rules.push({ priority: PRIORITY.allowance, action, condition: { ...place, ...from.condition } });
  }
  if (headers) {
    const action = { type: 'modifyHeaders', requestHeaders: headers } as const;
    rules.push({ priority: PRIORITY.headers, action, condition: { ...place, ...from.condition } });
  }
  return rules;
}
