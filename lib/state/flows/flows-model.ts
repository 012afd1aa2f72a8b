import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { matchesFilter, parseFilter } from '../../flow/filter.ts';
import type { FlowSummary } from '../../flow/summary-types.ts';
import type { Flow } from '../../flow/types.ts';
import type { HoldChoice } from '../../messaging/hold-protocol.ts';
import type { Background, CaptureStatus, CommandOutcome, Failure } from '../../messaging/protocol.ts';
import type { RecordingMode, SettingsStore } from '../../storage/settings.ts';
import { createPreferencesModel, type PreferencesModel } from '../settings/preferences-model.ts';
import { type Cleared, createClearFlows, type Schedule } from './clear-flows.ts';
import { createFlowFeed } from './flow-feed.ts';
import { createSearchables } from './searchables.ts';
import { createShownFlow, type FlowInDetail } from './shown-flow.ts';
import { createFlowSorter } from './sort-flows.ts';
import { visibleFlows } from './visible-flows.ts';

/** Everything the Flows tab shows and does. */
export interface FlowsModel {
  readonly status: ReadonlySignal<CaptureStatus | undefined>;
  readonly filter: Signal<string>;
  readonly allTabs: Signal<boolean>;
  readonly preferences: PreferencesModel;
  /** Every flow that the background told of, of every tab, newest first. */
  readonly all: ReadonlySignal<readonly FlowSummary[]>;
  /** In scope and not filtered out, as the user sorts them; newest first unless chosen otherwise. */
  readonly visible: ReadonlySignal<readonly FlowSummary[]>;
  /** How many are in scope before the filter. */
  readonly inScope: ReadonlySignal<number>;
  /** What the user chose; the newest flow is shown while this is undefined. */
  readonly selectedId: ReadonlySignal<string | undefined>;
  /** The flow that is current in the list, if any. */
  readonly shown: ReadonlySignal<FlowSummary | undefined>;
  /** What the detail shows of it; a newest flow that nobody chose takes its place there a moment after it began. */
  readonly detail: ReadonlySignal<FlowInDetail | undefined>;
  /** The whole flow of the detail. */
  readonly flow: ReadonlySignal<Flow | undefined>;
  /** Why the last command or fetch failed. */
  readonly failure: ReadonlySignal<Failure | undefined>;
  readonly cleared: ReadonlySignal<Cleared | undefined>;
  /** Whether a narrow view shows the detail instead of the list. */
  readonly opened: ReadonlySignal<boolean>;
  /** Keeps a flow shown; with undefined, the newest one is shown again. */
  select(id: string | undefined): void;
  /** Selects a flow and goes to its detail. */
  open(id: string): void;
  /** Goes back to the list. */
  back(): void;
  setRecording(on: boolean): Promise<void>;
  setRecordingMode(mode: RecordingMode): Promise<void>;
  setHold(choice: HoldChoice): Promise<void>;
  clear(): Promise<void>;
  /** Deletes these flows; can be undone like clearing. */
  remove(flowIds: readonly string[]): Promise<void>;
  pin(flowId: string, pinned: boolean): Promise<void>;
  undoClear(): Promise<void>;
  forgetClear(): void;
  dismissFailure(): void;
  dispose(): void;
}

export interface FlowsModelOptions {
  readonly settings: SettingsStore;
  /** The tab a panel is scoped to; all tabs when absent. */
  readonly scopeTabId?: number;
  readonly schedule?: Schedule;
}

/** Makes the model over a background and subscribes to it until it is disposed. */
export function createFlowsModel(background: Background, options: FlowsModelOptions): FlowsModel {
  const { settings, scopeTabId, schedule = later } = options;
  const store = createFlowFeed();
  const preferences = createPreferencesModel(settings);
  const clearing = createClearFlows(background, schedule);
  const filter = signal('');
  const allTabs = signal(false);
  const wantsDetail = signal(false);
  const selectedId = signal<string>();
  const commandFailure = signal<Failure>();

  const tabId = computed(() => (allTabs.value ? undefined : scopeTabId));
  const scoped = computed(() =>
    visibleFlows(store.flows.value, { tabId: tabId.value, preserve: preferences.preserve.value }),
  );
  const parsed = computed(() => parseFilter(filter.value));
  const prepare = createSearchables();
  const filtered = computed(() => {
    const wanted = parsed.value;
    if (wanted.terms.length === 0) return scoped.value;
    return scoped.value.filter((summary) => matchesFilter(wanted, prepare(summary)));
  });
  const sortFlows = createFlowSorter();
  const visible = computed(() => sortFlows(filtered.value, preferences.arrangement.value));
  const selected = computed(() => {
    const id = selectedId.value;
    return id === undefined ? undefined : store.flows.value && store.byId(id);
  });
  const shown = computed(() => selected.value ?? filtered.value[0]);
  const detail = createShownFlow({
    background,
    shown,
    isChosen: (id) => selectedId.peek() === id,
    later,
  });
  const unsubscribe = background.subscribe((push) => {
    batch(() => store.apply(push));
    // Prepared on arrival, so that the first keystroke in the filter does not pay for all of them.
    for (const summary of push.kind === 'snapshot' ? push.flows : push.changed) prepare(summary);
  });

  const accept = (outcome: CommandOutcome<CaptureStatus>): void => {
    if (outcome.ok) store.setStatus(outcome.value);
    commandFailure.value = outcome.ok ? undefined : outcome.failure;
  };

  return {
    status: store.status,
    filter,
    allTabs,
    preferences,
    all: store.flows,
    visible,
    inScope: computed(() => scoped.value.length),
    selectedId,
    shown,
    detail: detail.detail,
    flow: detail.flow,
    failure: computed(() => commandFailure.value ?? detail.failure.value),
    cleared: clearing.last,
    opened: computed(() => wantsDetail.value && selected.value !== undefined),
    select(id) {
      selectedId.value = id;
    },
    open(id) {
      selectedId.value = id;
      wantsDetail.value = true;
    },
    back() {
      wantsDetail.value = false;
    },
    setRecording: async (on) => accept(await background.call('setRecording', on)),
    setRecordingMode: async (mode) => accept(await background.call('setRecordingMode', mode)),
    async setHold(choice) {
      const outcome = await background.call('setHold', choice);
      const status = store.status.peek();
      if (outcome.ok && status) store.setStatus({ ...status, hold: outcome.value });
      commandFailure.value = outcome.ok ? undefined : outcome.failure;
    },
    async clear() {
      const scope = tabId.peek();
      commandFailure.value = await clearing.clear(scope === undefined ? 'all' : { tabId: scope });
    },
    async remove(flowIds) {
      commandFailure.value = await clearing.clear({ flowIds });
    },
    async pin(flowId, pinned) {
      const outcome = await background.call('pin', flowId, pinned);
      commandFailure.value = outcome.ok ? undefined : outcome.failure;
    },
    async undoClear() {
      commandFailure.value = await clearing.undo();
    },
    forgetClear: clearing.forget,
    dismissFailure() {
      commandFailure.value = undefined;
    },
    dispose() {
      unsubscribe();
      clearing.forget();
      detail.dispose();
      preferences.dispose();
    },
  };
}

function later(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
