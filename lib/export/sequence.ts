import { parametersOfUrl } from '../flow/tokens.ts';
import type { Flow, Hop } from '../flow/types.ts';
import { makeVisible } from '../oauth/text-problems.ts';
import { hostOf, parseUrl } from '../oauth/url.ts';

/** What somebody in the picture is. */
export type ParticipantKind =
  | 'browser'
  | 'client'
  | 'authorization server'
  | 'broker'
  | 'provider'
  | 'grantscope'
  | 'webhook';

export interface Participant {
  readonly kind: ParticipantKind;
  /** Host, or what stands for one. Attacker-controlled, bounded. */
  readonly name: string;
}

/** One arrow. */
export interface SequenceMessage {
  /** Indexes of participants; equal for what happens at one. */
  readonly from: number;
  readonly to: number;
  /** Such as `GET /authorize` or `302`. */
  readonly title: string;
  /** Names of the parameters that it carries. */
  readonly parameters: readonly string[];
  /** Milliseconds since the flow began. */
  readonly since: number;
  readonly tone: 'request' | 'answer' | 'error' | 'note';
  /** Number of the hop that it belongs to, from 1; absent for what is no hop. */
  readonly hop?: number;
}

/** A flow as a sequence diagram. */
export interface SequenceDiagram {
  readonly participants: readonly Participant[];
  readonly messages: readonly SequenceMessage[];
  /** Hops that are not drawn because there are too many. */
  readonly left: number;
}

/** Hops that are drawn. */
export const MAX_DRAWN_HOPS = 60;

const MAX_NAMES = 16;
const LONGEST_NAME = 40;
const LONGEST_PATH = 60;
const LONGEST_SEGMENT = 24;
const LONGEST_HOST = 80;

const ORDER: readonly ParticipantKind[] = [
  ...(['client', 'grantscope', 'browser', 'authorization server', 'provider', 'broker', 'webhook'] as const),
];

interface Draft {
  readonly from: Participant;
  readonly to: Participant;
  readonly title: string;
  readonly parameters: readonly string[];
  readonly at: number;
  readonly tone: SequenceMessage['tone'];
  readonly hop?: number;
}

const BROWSER: Participant = { kind: 'browser', name: '' };
const GRANTSCOPE: Participant = { kind: 'grantscope', name: '' };
const WEBHOOK: Participant = { kind: 'webhook', name: '' };

/** Draws up who sent what to whom: the browser's hops, the callback, a hold, calls and webhooks. */
export function sequenceOf(flow: Flow): SequenceDiagram {
  const kinds = kindsOf(flow);
  const at = (url: string): Participant => {
    const host = short(hostOf(url) || url, LONGEST_HOST);
    return { kind: kinds.get(hostOf(url)) ?? 'provider', name: host };
  };
  const drawn = flow.hops.slice(0, MAX_DRAWN_HOPS);
  const drafts: Draft[] = [
    ...drawn.flatMap((hop, index) =>
      hopDrafts(hop, at(hop.url)).map((draft): Draft => ({ ...draft, hop: index + 1 })),
    ),
    ...callbackDrafts(flow, at),
    ...holdDrafts(flow),
    ...callDrafts(flow, at),
    ...(flow.webhooks ?? []).map(
      (webhook): Draft => ({
        from: flow.request ? at(flow.request.url) : WEBHOOK,
        to: WEBHOOK,
        title: 'webhook',
        parameters: names(webhook.response.parameters),
        at: webhook.at,
        tone: 'request',
      }),
    ),
  ].sort((a, b) => a.at - b.at);
  const participants = participantsOf(drafts);
  const index = (one: Participant): number =>
    participants.findIndex(({ kind, name }) => kind === one.kind && name === one.name);
  return {
    participants,
    messages: drafts.map(({ from, to, title, parameters, at: moment, tone, hop }) => ({
      from: index(from),
      to: index(to),
      title,
      parameters,
      since: Math.max(moment - flow.startedAt, 0),
      tone,
      ...(hop === undefined ? {} : { hop }),
    })),
    left: flow.hops.length - drawn.length + flow.droppedHops,
  };
}

/** What each host is, by the part that its hops play. The client is where the callback goes, whatever else it was. */
function kindsOf({ hops, request, callback, calls = [] }: Flow): ReadonlyMap<string, ParticipantKind> {
  const kinds = new Map<string, ParticipantKind>();
  for (const { url } of calls) kinds.set(hostOf(url), 'authorization server');
  for (const { url, role } of hops) if (role === 'broker') kinds.set(hostOf(url), 'broker');
  if (request) kinds.set(hostOf(request.url), 'authorization server');
  const client = callback?.url ?? request?.values.redirect_uri?.value;
  if (client !== undefined && !kinds.has(hostOf(client))) kinds.set(hostOf(client), 'client');
  return kinds;
}

function participantsOf(drafts: readonly Draft[]): readonly Participant[] {
  const found: Participant[] = [BROWSER];
  for (const { from, to } of drafts) {
    for (const one of [from, to]) {
      if (!found.some(({ kind, name }) => kind === one.kind && name === one.name)) found.push(one);
    }
  }
  return found.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function hopDrafts(hop: Hop, host: Participant): readonly Draft[] {
  const request: Draft = {
    from: BROWSER,
    to: host,
    title: `${short(hop.method, 12)} ${pathOf(hop.url)}`,
    parameters: names(parametersOfUrl(hop.url, hop.body)),
    at: hop.at,
    tone: 'request',
  };
  if (hop.respondedAt === undefined) return [request];
  const failed = hop.error !== undefined || (hop.status ?? 0) >= 400;
  const target = hop.location === undefined ? undefined : parseUrl(hop.location, hop.url);
  const leads = target ? `, to ${short(target.host || target.protocol, LONGEST_NAME)}` : '';
  return [
    request,
    {
      from: host,
      to: BROWSER,
      title:
        hop.status === undefined
          ? `no answer: ${short(hop.error ?? '', LONGEST_PATH)}`
          : `${hop.status}${leads}`,
      parameters: [],
      at: hop.respondedAt,
      tone: failed ? 'error' : 'answer',
    },
  ];
}

/** A callback that no hop shows: handed over to an application, or seen without access to its host. */
function callbackDrafts({ callback, hops }: Flow, at: (url: string) => Participant): readonly Draft[] {
  if (!callback || hops.some(({ role }) => role === 'callback')) return [];
  return [
    {
      from: BROWSER,
      to: at(callback.url),
      title: `callback ${pathOf(callback.url)}`,
      parameters: names(callback.response.parameters),
      at: callback.at,
      tone: 'request',
    },
  ];
}

function holdDrafts({ hold }: Flow): readonly Draft[] {
  if (!hold) return [];
  const note = (title: string, moment: number): readonly Draft[] => [
    { from: BROWSER, to: BROWSER, title, parameters: [], at: moment, tone: 'note' },
  ];
  return [
    ...note('held by Grantscope', hold.heldAt),
    ...(hold.kind === 'released'
      ? note(hold.changes.length > 0 ? 'released with changes' : 'released as it was', hold.releasedAt)
      : []),
    ...(hold.kind === 'dropped' ? note('dropped', hold.droppedAt) : []),
  ];
}

function callDrafts({ calls = [] }: Flow, at: (url: string) => Participant): readonly Draft[] {
  return calls.flatMap((call): readonly Draft[] => {
    const host = at(call.url);
    return [
      {
        from: GRANTSCOPE,
        to: host,
        title: `${short(call.method, 12)} ${pathOf(call.url)}`,
        parameters: unique(call.fields.map(({ name }) => name)),
        at: call.at,
        tone: 'request',
      },
      {
        from: host,
        to: GRANTSCOPE,
        title: call.status === undefined ? 'no answer' : String(call.status),
        parameters: [],
        at: call.at + call.elapsed,
        tone: call.status === undefined || call.status >= 400 ? 'error' : 'answer',
      },
    ];
  });
}

function names(parameters: readonly { readonly name: string }[]): readonly string[] {
  return unique(parameters.map(({ name }) => name));
}

function unique(list: readonly string[]): readonly string[] {
  const all = [...new Set(list.map((name) => short(name, LONGEST_NAME)))];
  return all.length <= MAX_NAMES ? all : [...all.slice(0, MAX_NAMES), `${all.length - MAX_NAMES} more`];
}

/** The path; long segments, which are ids of one attempt, are cut: they say nothing, and may be all that protects it. */
function pathOf(url: string): string {
  const segments = (parseUrl(url)?.pathname || '/').split('/');
  const path = segments.map((segment) =>
    segment.length > LONGEST_SEGMENT ? `${segment.slice(0, 6)}…` : segment,
  );
  return short(path.join('/'), LONGEST_PATH);
}

function short(text: string, length: number): string {
  return makeVisible(text.length <= length ? text : `${text.slice(0, length - 1)}…`);
}

/** Such as `Authorization server as.example`, for a label or a list. */
export function participantLabel({ kind, name }: Participant): string {
  return name === '' ? KIND_LABELS[kind] : `${KIND_LABELS[kind]} ${name}`;
}

export const KIND_LABELS: Readonly<Record<ParticipantKind, string>> = {
  browser: 'Browser',
  client: 'Client',
  'authorization server': 'Authorization server',
  broker: 'Broker',
  provider: 'Provider',
  grantscope: 'Grantscope',
  webhook: 'Webhook',
};
