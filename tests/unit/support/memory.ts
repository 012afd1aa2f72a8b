import { isRequestSeen } from '../../../lib/flow/leaving-order.ts';
import type { FlowSummary } from '../../../lib/flow/summary-types.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import type { Archive, ArchivedSize } from '../../../lib/storage/archive.ts';
import type { ChosenConformance, EvaluationChoices } from '../../../lib/storage/evaluation-choices.ts';
import type { Area } from '../../../lib/storage/journal.ts';
import type { SessionStore, SessionValues } from '../../../lib/storage/session-values.ts';
import { DEFAULT_SETTINGS, type Settings, type SettingsStore } from '../../../lib/storage/settings.ts';

/** A storage area in memory; like the browser's, it rejects a write that does not fit and keeps the old values. */
export function memoryArea(
  capacity = Number.POSITIVE_INFINITY,
): Area & { readonly items: Map<string, unknown> } {
  const items = new Map<string, unknown>();
  return {
    items,
    get: async () => Object.fromEntries(items),
    async set(values) {
      const size = JSON.stringify([...items, ...Object.entries(values)]).length;
      if (size > capacity) throw new Error('QUOTA_BYTES quota exceeded');
      for (const [key, value] of Object.entries(values)) items.set(key, structuredClone(value));
    },
    async remove(keys) {
      for (const key of keys) items.delete(key);
    },
  };
}

export function memoryArchive(): Archive & { readonly flows: Map<string, Flow> } {
  const flows = new Map<string, Flow>();
  const summaries = new Map<string, FlowSummary>();
  return {
    flows,
    async put(entries) {
      for (const { flow, summary } of entries) {
        flows.set(flow.id, flow);
        summaries.set(flow.id, summary);
      }
      return entries.map(({ flow }) => sizeOf(flow));
    },
    summaries: async () => [...summaries.values()],
    flow: async (id) => flows.get(id),
    unreadable: async () => undefined,
    sizes: async () => [...flows.values()].map(sizeOf),
    async remove(ids) {
      for (const id of ids) {
        flows.delete(id);
        summaries.delete(id);
      }
    },
    async clear() {
      flows.clear();
      summaries.clear();
    },
    forget: () => undefined,
  };
}

function sizeOf(flow: Flow): ArchivedSize {
  const bytes = new TextEncoder().encode(JSON.stringify(flow)).length;
  return {
    id: flow.id,
    bytes,
    startedAt: flow.startedAt,
    pinned: flow.pinned ?? false,
    requestSeen: isRequestSeen(flow),
    ...(flow.initiator === undefined ? {} : { initiator: flow.initiator }),
  };
}

export function memorySettings(initial: Partial<Settings> = {}): SettingsStore & { current(): Settings } {
  let settings: Settings = { ...DEFAULT_SETTINGS, ...initial };
  const listeners = new Set<(settings: Settings) => void>();
  return {
    current: () => settings,
    read: async () => settings,
    async write(change) {
      settings = { ...settings, ...change };
      for (const listener of listeners) listener(settings);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Facts of a browser session that outlive a life of the background. */
export function memorySession(): Pick<SessionStore, 'read' | 'write'> {
  let values: SessionValues = {
    seenAt: 0,
    shownBefore: [],
    dropped: 0,
    droppedReason: '',
    lost: 0,
    interrupted: 0,
    expired: 0,
    usedAt: 0,
    pagesOpen: false,
    recordingDemanded: false,
    begun: false,
  };
  return {
    read: async () => values,
    async write(change) {
      values = { ...values, ...change };
    },
  };
}

export function memoryJudgeChoices(initial: ChosenConformance = {}): EvaluationChoices {
  let chosen = initial;
  const listeners = new Set<(chosen: ChosenConformance) => void>();
  return {
    read: async () => chosen,
    async choose(flowId, choice) {
      chosen = { ...chosen, [flowId]: choice };
      for (const listener of listeners) listener(chosen);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
