import { FLOW_KEY, hrefOf, keysOfFlow } from './flow-keys.ts';
import { type LeavingClass, leavingClass } from './leaving-group.ts';
import { emptyMap, lookUp, type PersistentMap, withValue } from './persistent-map.ts';
import type { Flow } from './types.ts';

interface Entry {
  readonly flow: Flow;
  /** Grows with the start of flows. */
  readonly order: number;
  readonly keys: ReadonlySet<string>;
  /** The URL of its request as a browser writes it. */
  readonly href: string;
  readonly leaving: LeavingClass;
  /** Its {@link FLOW_KEY.leaving}. */
  readonly group: string;
}

/** Finds flows by what events say of them, without walking over all of them. Immutable, as the list that it is of. */
export interface FlowIndex {
  /** The list that it is of. */
  readonly flows: readonly Flow[];
  readonly entries: PersistentMap<Entry>;
  /** Ids of the flows with a key, in the order of their start. */
  readonly ids: PersistentMap<readonly string[]>;
  /** The groups in which flows leave when there is not room for all, by how soon they do: keys of {@link ids}. */
  readonly groups: ReadonlyMap<LeavingClass, ReadonlySet<string>>;
  readonly next: number;
}

/** The index of no flows. */
export const EMPTY_INDEX: FlowIndex = {
  flows: [],
  entries: emptyMap(),
  ids: emptyMap(),
  groups: new Map(),
  next: 0,
};

/** The index of a list, made from nothing. */
export function indexFlows(flows: readonly Flow[]): FlowIndex {
  return { ...flows.reduce(putIntoIndex, EMPTY_INDEX), flows };
}

/** Flows with at least one of these keys, in the order of their start. */
export function flowsWith(index: FlowIndex, keys: readonly string[]): readonly Flow[] {
  const lists = keys.flatMap((key) => {
    const ids = lookUp(index.ids, key);
    return ids ? [ids] : [];
  });
  const [only = []] = lists;
  const ids = lists.length > 1 ? [...new Set(lists.flat())] : only;
  const entries = ids.flatMap((id) => lookUp(index.entries, id) ?? []);
  const sorted = lists.length > 1 ? entries.sort((a, b) => a.order - b.order) : entries;
  return sorted.map(({ flow }) => flow);
}

/** The flow that started last among those with a key and that satisfies a condition. */
export function newestWith(
  index: FlowIndex,
  key: string,
  accept: (flow: Flow) => boolean = () => true,
): Flow | undefined {
  const ids = lookUp(index.ids, key) ?? [];
  for (let at = ids.length - 1; at >= 0; at--) {
    const flow = lookUp(index.entries, ids[at] as string)?.flow;
    if (flow && accept(flow)) return flow;
  }
  return undefined;
}

/** The flow with this id. */
export function flowWithId(index: FlowIndex, id: string): Flow | undefined {
  return lookUp(index.entries, id)?.flow;
}

/** Ids of the flows with a key, in the order of their start. */
export function idsWith(index: FlowIndex, key: string): readonly string[] {
  return lookUp(index.ids, key) ?? [];
}

/** A number that grows with the start of flows. */
export function orderOf(index: FlowIndex, id: string): number {
  return lookUp(index.entries, id)?.order ?? index.next;
}

/** How many flows have a key. */
export function countWith(index: FlowIndex, key: string): number {
  return lookUp(index.ids, key)?.length ?? 0;
}

/** The index with a flow added, or in the place of its former self. */
export function putIntoIndex(index: FlowIndex, flow: Flow): FlowIndex {
  const former = lookUp(index.entries, flow.id);
  const order = former?.order ?? index.next;
  const url = flow.request?.url;
  const href = url === undefined ? '' : former?.flow.request?.url === url ? former.href : hrefOf(url);
  const keys = keysOfFlow(flow, href);
  const leaving = leavingClass(flow);
  const group = FLOW_KEY.leaving(leaving, flow.initiator);
  const entries = withValue(index.entries, flow.id, { flow, order, keys, href, leaving, group });
  let { ids } = index;
  for (const key of former?.keys ?? []) if (!keys.has(key)) ids = without(ids, key, flow.id);
  for (const key of keys) if (!former?.keys.has(key)) ids = withId(ids, key, flow.id, order, entries);
  const next = Math.max(index.next, order + 1);
  if (former?.group === group) return { ...index, entries, ids, next };
  const left = former ? leaveGroup({ ...index, ids }, flow.id, former) : { ...index, ids };
  ids = withId(left.ids, group, flow.id, order, entries);
  return { ...left, entries, ids, groups: withGroup(left.groups, leaving, group), next };
}

/** The index without a flow. */
export function takeFromIndex(index: FlowIndex, id: string): FlowIndex {
  const known = lookUp(index.entries, id);
  if (!known) return index;
  let { ids } = index;
  for (const key of known.keys) ids = without(ids, key, id);
  return { ...leaveGroup({ ...index, ids }, id, known), entries: withValue(index.entries, id, undefined) };
}

function leaveGroup(index: FlowIndex, id: string, { leaving, group }: Entry): FlowIndex {
  const ids = without(index.ids, group, id);
  if (lookUp(ids, group)) return { ...index, ids };
  const left = new Set(index.groups.get(leaving));
  left.delete(group);
  return { ...index, ids, groups: new Map(index.groups).set(leaving, left) };
}

function withGroup(groups: FlowIndex['groups'], leaving: LeavingClass, group: string): FlowIndex['groups'] {
  const known = groups.get(leaving);
  if (known?.has(group)) return groups;
  return new Map(groups).set(leaving, new Set(known).add(group));
}

function without(ids: FlowIndex['ids'], key: string, id: string): FlowIndex['ids'] {
  const known = lookUp(ids, key) ?? [];
  const at = known.indexOf(id);
  if (at < 0) return ids;
  return withValue(ids, key, known.length === 1 ? undefined : known.toSpliced(at, 1));
}

function withId(
  ids: FlowIndex['ids'],
  key: string,
  id: string,
  order: number,
  entries: FlowIndex['entries'],
): FlowIndex['ids'] {
  const known = lookUp(ids, key) ?? [];
  let at = known.length;
  while (at > 0 && (lookUp(entries, known[at - 1] as string)?.order ?? 0) > order) at--;
  return withValue(ids, key, at === known.length ? [...known, id] : known.toSpliced(at, 0, id));
}
