import type { DecodedToken, Json, JsonObject } from '../jwt/types.ts';
import { hostOf, parseUrl } from '../oauth/url.ts';
import { type Catalogue, profileById } from '../providers/catalogue.ts';
import type { Finding } from '../rules/types.ts';
import { type ComparedRow, compareNamed, compareOne, type Named } from './compare-values.ts';
import { outcomeOf } from './outcome.ts';
import { statusOf } from './outcome-types.ts';
import { pairInOrder, withNeighbours } from './pair-in-order.ts';
import { tokensOf } from './tokens.ts';
import type { Flow, Hop } from './types.ts';

/** What the parts of a comparison are called, in their order. */
export type PartTitle =
  | 'Outcome'
  | 'Request parameters'
  | 'Request object claims'
  | 'Hops'
  | 'Callback parameters'
  | 'Token claims'
  | 'Findings'
  | 'Times';

/** A part of a comparison, such as the request's parameters. */
export interface ComparedPart {
  readonly title: PartTitle;
  readonly rows: readonly ComparedRow[];
}

/** A flow with what the rules found in it. */
export interface ComparedFlow {
  readonly flow: Flow;
  readonly findings: readonly Pick<Finding, 'rule' | 'severity' | 'message'>[];
}

/** Compares two flows part by part; parts that neither has are left out. */
export function compareFlows(
  left: ComparedFlow,
  right: ComparedFlow,
  catalogue: Catalogue,
): readonly ComparedPart[] {
  const named = (title: PartTitle, values: (flow: Flow) => Named): ComparedPart => ({
    title,
    rows: compareNamed(values(left.flow), values(right.flow)),
  });
  const parts: readonly ComparedPart[] = [
    { title: 'Outcome', rows: outcome(left, right, catalogue) },
    named('Request parameters', (flow) => flow.request?.parameters ?? []),
    named('Request object claims', (flow) => claimsOf(flow.request?.requestObject)),
    { title: 'Hops', rows: hops(left.flow, right.flow) },
    named('Callback parameters', ({ callback }) =>
      callback ? [...callback.response.parameters, ...callback.response.others] : [],
    ),
    named('Token claims', answeredClaims),
    { title: 'Findings', rows: findings(left, right) },
    { title: 'Times', rows: times(left.flow, right.flow) },
  ];
  return parts.filter(({ rows }) => rows.length > 0);
}

function outcome(left: ComparedFlow, right: ComparedFlow, catalogue: Catalogue): readonly ComparedRow[] {
  const [one, other] = [left, right].map(({ flow, findings }) => outcomeOf(flow, findings));
  const facts = (flow: Flow): Named => [
    { name: 'provider', value: profileById(catalogue, flow.profileId).name },
    { name: 'endpoint', value: endpointOf(flow) },
    ...(flow.callback
      ? [
          { name: 'channel', value: flow.callback.response.channel },
          { name: 'delivery', value: flow.callback.delivery },
          { name: 'recognised by', value: flow.callback.recognition },
        ]
      : []),
  ];
  return [
    compareOne('status', one && statusOf(one), other && statusOf(other)),
    compareOne('outcome', one, other),
    ...[compareOne('cause', causeOf(left), causeOf(right))].filter(
      ({ difference, left: known }) => difference !== 'same' || known !== undefined,
    ),
    ...compareNamed(facts(left.flow), facts(right.flow)),
  ];
}

/** The worst of what the rules found: the first error, else the first warning. */
function causeOf({ findings: all }: ComparedFlow): string | undefined {
  const worst = (['error', 'warning'] as const).map((severity) =>
    all.find((one) => one.severity === severity),
  );
  return worst.find((finding) => finding !== undefined)?.message;
}

function endpointOf({ request }: Flow): string {
  const url = request && parseUrl(request.url);
  return url ? `${url.origin}${url.pathname}` : 'not seen';
}

/** Hops side by side where method, host and path agree, whatever stands between them; then the status. */
function hops(left: Flow, right: Flow): readonly ComparedRow[] {
  const key = (hop: Hop): string => withoutIds(placeText(hop));
  const pairs = pairInOrder(left.hops.map(key), right.hops.map(key));
  return withNeighbours(pairs, (at, beside) => isSameHost(left.hops[at], right.hops[beside])).map(
    ([at, beside]) => {
      const one = at === undefined ? undefined : left.hops[at];
      const other = beside === undefined ? undefined : right.hops[beside];
      const numbers = [at, beside].filter((index) => index !== undefined).map((index) => index + 1);
      const isExpected = one?.status === other?.status && one?.error === other?.error;
      return compareOne([...new Set(numbers)].join(' / '), hopText(one), hopText(other), isExpected);
    },
  );
}

function isSameHost(one: Hop | undefined, other: Hop | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.method === other.method &&
    hostOf(one.url) === hostOf(other.url)
  );
}

/** Providers put the id of an attempt into the path: long segments differ between any two. */
function withoutIds(text: string): string {
  return text.replace(/\/[^/ ]{16,}/g, '/…');
}

function hopText(hop: Hop | undefined): string | undefined {
  return hop && `${placeText(hop)} ${hop.status ?? hop.error ?? 'no answer'}`;
}

function placeText(hop: Hop): string {
  const url = parseUrl(hop.url);
  const place = url ? `${url.host || url.protocol}${url.pathname}` : hop.url;
  return `${hop.method} ${place}`;
}

/** Claims of what came back: the JARM response and the tokens of the callback and the calls. */
function answeredClaims(flow: Flow): Named {
  const sent = flow.request?.requestObject?.token;
  return tokensOf(flow)
    .filter(({ token }) => token !== sent)
    .flatMap(({ decoded }, index) => {
      const prefix = index === 0 ? '' : `${index + 1}: `;
      return claimsOf(decoded).map(({ name, value }) => ({ name: `${prefix}${name}`, value }));
    });
}

const MAX_DEPTH = 6;

/** Members of header and claims as paths, so that a difference inside of an object is seen where it is. */
function claimsOf(token: DecodedToken | undefined): Named {
  if (!token) return [];
  return [...flat(token.header, 'header'), ...flat(token.payload, '')];
}

function flat(value: JsonObject | undefined, prefix: string): Named {
  return Object.entries(value ?? {}).flatMap(([name, member]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    return leaves(member, path, 1);
  });
}

function leaves(value: Json | undefined, path: string, depth: number): Named {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < MAX_DEPTH) {
    const members = Object.entries(value);
    if (members.length > 0)
      return members.flatMap(([name, member]) => leaves(member, `${path}.${name}`, depth + 1));
  }
  return [{ name: path, value: typeof value === 'string' ? value : (JSON.stringify(value) ?? '') }];
}

/** By rule, since messages name values that differ anyway. */
function findings(left: ComparedFlow, right: ComparedFlow): readonly ComparedRow[] {
  const rules = [...new Set([...left.findings, ...right.findings].map(({ rule }) => rule))];
  const said = ({ findings: all }: ComparedFlow, rule: string): string | undefined => {
    const mine = all.filter((finding) => finding.rule === rule);
    return mine.length === 0
      ? undefined
      : mine.map(({ severity, message }) => `${severity}: ${message}`).join('\n');
  };
  return rules.map((rule) => compareOne(rule, said(left, rule), said(right, rule), true));
}

function times(left: Flow, right: Flow): readonly ComparedRow[] {
  const facts = (flow: Flow): Named => {
    const { callback, hops: all, startedAt } = flow;
    const slowest = Math.max(0, ...all.map(({ at, respondedAt = at }) => respondedAt - at));
    return [
      { name: 'started', value: new Date(startedAt).toISOString() },
      ...(callback ? [{ name: 'until the callback', value: `${callback.at - startedAt} ms` }] : []),
      ...(all.length > 0 ? [{ name: 'slowest hop', value: `${slowest} ms` }] : []),
    ];
  };
  return compareNamed(facts(left), facts(right)).map((row) => ({
    ...row,
    expected: row.difference === 'changed',
  }));
}
