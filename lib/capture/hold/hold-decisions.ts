import type { Observation } from '../../flow/observation.ts';
import { isHeld } from '../../flow/status.ts';
import type { Flow } from '../../flow/types.ts';
import { CommandError } from '../../messaging/command-error.ts';
import type { Release } from '../../messaging/hold-protocol.ts';
import type { Handlers } from '../../messaging/server.ts';
import type { EventMetadata } from '../../observe/event-metadata.ts';
import type { HoldMemory } from './hold-memory.ts';
import type { HoldTabs } from './hold-tabs.ts';
import { alreadyDecided, notHeld, nothingToRelease } from './refusals.ts';
import { releasedRequest } from './released-request.ts';
import type { CallbackSender, HeldFlow } from './sender.ts';

/** What the user decides about a held callback. */
export type HoldDecisions = Pick<
  Handlers,
  'heldFlow' | 'release' | 'forecastRelease' | 'drop' | 'takeRelease' | 'showHeld'
>;

export interface HoldDecisionsParts {
  readonly flows: () => readonly Flow[];
  readonly flow: (id: string) => Promise<Flow | undefined>;
  readonly ready: Promise<unknown>;
  readonly record: (observation: Observation) => void;
  readonly metadata: (at: number) => EventMetadata;
  readonly now: () => number;
  readonly memory: Pick<HoldMemory, 'takeOrder'>;
  readonly tabs: HoldTabs;
  readonly sender: CallbackSender;
  /** To be told that a callback went on. */
  readonly released: (holdId: string) => void;
  /** To be told that a callback will never go on. */
  readonly dropped: (holdId: string) => void;
}

export function createHoldDecisions(parts: HoldDecisionsParts): HoldDecisions {
  const { flows, ready, record, metadata, now, memory, tabs, sender } = parts;
  const deciding = new Set<string>();

  const heldOrRefused = async (flowId: string): Promise<HeldFlow> => {
    await ready;
    const flow = await parts.flow(flowId);
    if (!flow?.hold || !flow.callback) throw notHeld();
    if (!isHeld(flow)) throw alreadyDecided(flow.hold);
    return flow as HeldFlow;
  };
  const after = ({ hold }: HeldFlow): EventMetadata => metadata(Math.max(now(), hold.heldAt + 1));

  /** From here on nobody else decides about it: two clicks at once must not both let it go on. */
  const claim = ({ hold }: HeldFlow): void => {
    if (deciding.has(hold.id)) throw alreadyDecided(hold);
    deciding.add(hold.id);
  };

  const planned = async (flow: HeldFlow, release: Release) => {
    const { request, changes } = releasedRequest(flow.callback, release);
    return { request, changes, plan: await sender.plan(flow, request) };
  };

  return {
    async heldFlow(holdId) {
      await ready;
      const known = flows().find((flow) => flow.hold?.id === holdId);
      return known && parts.flow(known.id);
    },
    async release(flowId, release) {
      const flow = await heldOrRefused(flowId);
      claim(flow);
      try {
        const { request, changes, plan } = await planned(flow, release);
        const { differences } = plan;
        const place = await plan.prepare();
        const holdId = flow.hold.id;
        const seen = { ...after(flow), ...place, eventSource: 'hold', holdId } as const;
        record({ ...seen, kind: 'released', request, changes, differences });
        await plan.send(place);
        await tabs.focus(place.tabId).catch(() => undefined);
        parts.released(holdId);
        return { tabId: place.tabId };
      } finally {
        deciding.delete(flow.hold.id);
      }
    },
    async forecastRelease(flowId, release) {
      try {
        const { plan } = await planned(await heldOrRefused(flowId), release);
        return { possible: true, differences: plan.differences };
      } catch (error) {
        if (error instanceof CommandError) return { possible: false, failure: error.failure };
        throw error;
      }
    },
    async drop(flowId) {
      const flow = await heldOrRefused(flowId);
      const { hold, tabId, frameId } = flow;
      if (deciding.has(hold.id)) throw alreadyDecided(hold);
      record({ ...after(flow), kind: 'dropped', eventSource: 'hold', tabId, frameId, holdId: hold.id });
      parts.dropped(hold.id);
    },
    async takeRelease(key) {
      const order = await memory.takeOrder(key);
      if (order) return order;
      throw nothingToRelease();
    },
    async showHeld(flowId) {
      const { hold, tabId } = await heldOrRefused(flowId);
      if (!(await tabs.focusPage({ id: hold.id }))) await tabs.openBeside(tabId, { id: hold.id });
    },
  };
}
