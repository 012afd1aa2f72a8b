import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { FlowSummary } from '../../flow/summary-types.ts';
import type { Flow } from '../../flow/types.ts';
import type { Background } from '../../messaging/protocol.ts';
import type { LaunchFacts, LaunchMemory } from '../../providers/launch-memory.ts';
import { flowValues, stateOf } from './steps-flow.ts';

/** Callbacks that are looked through for the newest one of a provider. */
const LOOKED_AT = 100;

/** The flow whose callback feeds the steps: the one that was chosen, else the provider's newest. */
export interface StepsFlow {
  readonly flow: ReadonlySignal<Flow | undefined>;
  /** By name; empty without a flow. */
  readonly values: ReadonlySignal<Readonly<Record<string, string>>>;
  /** True when the user chose it. */
  readonly chosen: ReadonlySignal<boolean>;
  /** Looks for the newest callback of a provider, unless a flow of it was chosen. */
  look(profileId: string): Promise<void>;
  /** Chooses a flow; with undefined, the newest one counts again. */
  choose(id: string | undefined): Promise<Flow | undefined>;
}

interface Found {
  readonly flow: Flow;
  readonly facts: LaunchFacts | undefined;
}

/** Makes it over the background; the last question counts. */
export function createStepsFlow(background: Background, memory: LaunchMemory): StepsFlow {
  const found = signal<Found>();
  const chosen = signal<string>();
  let round = 0;
  const fetchFlow = async (id: string): Promise<Found | undefined> => {
    const outcome = await background.call('flow', id);
    const flow = outcome.ok ? outcome.value : undefined;
    if (!flow) return undefined;
    const state = stateOf(flow);
    const facts = state ? await memory.recall(state).catch(() => undefined) : undefined;
    return { flow, facts };
  };
  const newest = async (profileId: string): Promise<FlowSummary | undefined> => {
    const outcome = await background.call('recentCallbacks', LOOKED_AT);
    return outcome.ok ? outcome.value.find((summary) => summary.profileId === profileId) : undefined;
  };
  return {
    flow: computed(() => found.value?.flow),
    values: computed(() => (found.value ? flowValues(found.value.flow, found.value.facts) : {})),
    chosen: computed(() => chosen.value !== undefined),
    async look(profileId) {
      const mine = ++round;
      const kept = chosen.peek();
      const flow = kept === undefined ? undefined : await fetchFlow(kept);
      if (flow?.flow.profileId === profileId) {
        if (mine === round) found.value = flow;
        return;
      }
      const summary = await newest(profileId);
      const next = summary && (await fetchFlow(summary.id));
      if (mine === round) found.value = next;
    },
    async choose(id) {
      chosen.value = id;
      const mine = ++round;
      const flow = id === undefined ? undefined : await fetchFlow(id);
      if (mine === round && flow) found.value = flow;
      return flow?.flow;
    },
  };
}
