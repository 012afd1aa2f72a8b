import type { Observation } from '../../flow/observation.ts';
import { isHeld } from '../../flow/status.ts';
import type { Flow } from '../../flow/types.ts';
import type { Handlers } from '../../messaging/server.ts';
import type { Stamp } from '../../observe/stamp.ts';
import type { Courier } from './courier.ts';
import type { HoldMemory } from './hold-memory.ts';
import type { HoldTabs } from './hold-tabs.ts';
import { alreadyDecided, notHeld, nothingToRelease } from './refusals.ts';
import { releasedRequest } from './released-request.ts';
import type { RuleKeeper } from './rule-keeper.ts';

/** What the user decides about a held callback. */
export type HoldDecisions = Pick<Handlers, 'heldFlow' | 'release' | 'drop' | 'takeRelease' | 'showHeld'>;

export interface HoldDecisionsParts {
  readonly flows: () => readonly Flow[];
  readonly flow: (id: string) => Promise<Flow | undefined>;
  readonly ready: Promise<unknown>;
  readonly record: (observation: Observation) => void;
  readonly stamp: (at: number) => Stamp;
  readonly now: () => number;
  readonly memory: Pick<HoldMemory, 'takeOrder'>;
  readonly rules: RuleKeeper | undefined;
  readonly tabs: HoldTabs;
  readonly courier: Courier;
}

type HeldFlow = Flow & Required<Pick<Flow, 'hold' | 'callback'>>;

export function createHoldDecisions(parts: HoldDecisionsParts): HoldDecisions {
  const { flows, ready, record, stamp, now, memory, rules, tabs, courier } = parts;
  const deciding = new Set<string>();

  const heldOrRefused = async (flowId: string): Promise<HeldFlow> => {
    await ready;
    const flow = await parts.flow(flowId);
    if (!flow?.hold || !flow.callback) throw notHeld();
    if (!isHeld(flow)) throw alreadyDecided(flow.hold);
    return flow as HeldFlow;
  };
  const after = ({ hold }: HeldFlow): Stamp => stamp(Math.max(now(), hold.heldAt + 1));

  /** From here on nobody else decides about it: two clicks at once must not both let it go on. */
  const claim = ({ hold }: HeldFlow): void => {
    if (deciding.has(hold.id)) throw alreadyDecided(hold);
    deciding.add(hold.id);
  };

  return {
    async heldFlow(holdId) {
      await ready;
      const known = flows().find((flow) => flow.hold?.id === holdId);
      return known && parts.flow(known.id);
    },
    async release(flowId, release) {
      const flow = await heldOrRefused(flowId);
      const { request, changes } = releasedRequest(flow.callback, release);
      claim(flow);
      try {
        const loadedUrls = flow.hops.map((hop) => hop.url);
        const to = await courier.destination(flow, request, loadedUrls);
        const { tabId, frameId } = to;
        const holdId = flow.hold.id;
        const place = { tabId, frameId, witness: 'hold' } as const;
        record({ ...after(flow), ...place, kind: 'released', holdId, request, changes });
        await courier.send(request, to, loadedUrls);
        return { tabId };
      } finally {
        deciding.delete(flow.hold.id);
      }
    },
    async drop(flowId) {
      const flow = await heldOrRefused(flowId);
      const { hold, tabId, frameId } = flow;
      if (deciding.has(hold.id)) throw alreadyDecided(hold);
      record({ ...after(flow), kind: 'dropped', witness: 'hold', tabId, frameId, holdId: hold.id });
    },
    async takeRelease(key) {
      const order = await memory.takeOrder(key);
      if (order) return order;
      throw nothingToRelease();
    },
    async showHeld(flowId) {
      const { hold, tabId, frameId } = await heldOrRefused(flowId);
      const tab = await tabs.find(tabId);
      if (frameId !== 0 || !tab || (tab.private && rules)) {
        await tabs.openBeside(tabId, { id: hold.id });
        return;
      }
      if (!(await tabs.showsPage(tabId))) await tabs.show(tabId, { id: hold.id });
      await tabs.focus(tabId);
    },
  };
}
