import type { HoldRule } from '../../../lib/capture/hold/hold-rules.ts';

/** A request as declarativeNetRequest sees it. */
export interface RuleRequest {
  readonly url: string;
  readonly tabId: number;
  readonly type: 'main_frame' | 'sub_frame';
  readonly method: 'get' | 'post';
}

/**
 * What Chromium does with a request before it is sent: of the matching rules with the highest priority the action that
 * comes first in the order allow, block, redirect (chrome.declarativeNetRequest, "rule prioritization").
 */
export function outcomeOfRules(rules: readonly HoldRule[], request: RuleRequest): string {
  const order = ['allow', 'block', 'redirect'];
  const matching = rules.filter(
    ({ action, condition }) => action.type !== 'modifyHeaders' && meets(condition, request),
  );
  const highest = Math.max(...matching.map(({ priority }) => priority));
  const [first] = matching
    .filter(({ priority }) => priority === highest)
    .toSorted((a, b) => order.indexOf(a.action.type) - order.indexOf(b.action.type));
  return first?.action.type ?? 'none';
}

function meets(condition: HoldRule['condition'], { url, tabId, type, method }: RuleRequest): boolean {
  const { resourceTypes, tabIds, requestMethods, urlFilter, regexFilter, responseHeaders } = condition;
  // Rules about answers say nothing before the request is sent.
  if (responseHeaders || !resourceTypes.includes(type)) return false;
  if (tabIds && !tabIds.includes(tabId)) return false;
  if (requestMethods && !requestMethods.includes(method)) return false;
  const flags = condition.isUrlFilterCaseSensitive ? 's' : 'si';
  if (regexFilter !== undefined) return new RegExp(regexFilter, flags).test(url);
  return urlFilter === undefined || new RegExp(expressionOf(urlFilter), flags).test(url);
}

/** `|` at an end anchors, `*` is anything, `^` is a separator or the end; everything else is itself. */
function expressionOf(filter: string): string {
  if (filter.startsWith('||')) throw new Error('A domain anchor is not modelled.');
  const start = filter.startsWith('|');
  const end = filter.endsWith('|') && filter.length > 1;
  const middle = filter.slice(start ? 1 : 0, end ? -1 : undefined);
  const body = middle.replace(/[\\^$.*+?()[\]{}|/]/g, (sign) =>
    sign === '*' ? '.*' : sign === '^' ? '(?:[^a-zA-Z0-9_.%-]|$)' : `\\${sign}`,
  );
  return `${start ? '^' : ''}${body}${end ? '$' : ''}`;
}
