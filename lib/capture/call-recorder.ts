import type { NetworkEntry } from '../flow/network-entry.ts';
import { isBeforeFlows, type PageCall, readPageCall } from '../flow/page-call.ts';
import type { EventMetadata } from '../observe/event-metadata.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { findingsToKeep } from '../rules/findings-to-keep.ts';
import { findFlowOfCall } from './find-flow-of-call.ts';
import type { FlowStore } from './flow-store.ts';

interface CallRecorderParts {
  readonly store: Pick<FlowStore, 'live' | 'flow' | 'summaries' | 'submit'>;
  readonly ready: Promise<void>;
  readonly metadata: (at: number) => EventMetadata;
  readonly now: () => number;
  readonly catalogue: () => Catalogue;
  /** Whether observations count now. */
  readonly isRecording: () => boolean;
}

/** Writes requests of pages, as webRequest saw them, into the flows to which they belong. */
export interface CallRecorder {
  /** Gives whether it belonged to a flow. */
  record(entry: NetworkEntry): Promise<boolean>;
  /** Looks again for the flows of calls that came before them. */
  retry(): Promise<void>;
}

/** Calls that wait for their flow, the last ones; in memory only. */
const MAX_WAITING = 20;

export function createCallRecorder(parts: CallRecorderParts): CallRecorder {
  const { store, ready, metadata, now, catalogue, isRecording } = parts;
  let waiting: readonly PageCall[] = [];

  const join = async (call: PageCall): Promise<boolean> => {
    const flowId = findFlowOfCall(store, call.keys, now());
    const flow = flowId === undefined ? undefined : await store.flow(flowId);
    if (!flow) return false;
    const { id, profileId, tabId } = flow;
    const [whole, kept] = [
      { ...call.whole, profileId },
      { ...call.kept, profileId },
    ];
    const findings = findingsToKeep(whole, kept, { catalogue: catalogue(), now: whole.at, flow });
    const base = { ...metadata(now()), eventSource: 'webRequest', tabId, frameId: 0 } as const;
    const made = findings.length === 0 ? kept : { ...kept, findings };
    return (await store.submit({ ...base, kind: 'called', flowId: id, call: made })) !== undefined;
  };

  const wait = (call: PageCall): void => {
    waiting = [...waiting, call].slice(-MAX_WAITING);
  };

  return {
    async record(entry) {
      const call = await readPageCall(entry, undefined, undefined, 'webRequest');
      await ready;
      if (!call || !isRecording()) return false;
      const joined = await join(call);
      if (!joined && isBeforeFlows(call)) wait(call);
      return joined;
    },
    async retry() {
      if (waiting.length === 0) return;
      const calls = waiting;
      waiting = [];
      for (const call of calls) if (!(await join(call))) wait(call);
    },
  };
}
