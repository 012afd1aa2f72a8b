import type { NetworkEntry } from '../../flow/network-entry.ts';
import { isBeforeFlows, type PageCall, readPageCall } from '../../flow/page-call.ts';
import { type RunServices, recordRun } from './record-run.ts';

/** Writes calls of the inspected page into the flows to which they belong. */
export interface PageCalls {
  /**
   * @param content the text of the response, where the browser gave it
   * @param preflight the OPTIONS request that went before it
   * @returns false when the call belongs to no flow yet, or could not be written
   */
  record(entry: NetworkEntry, content: string | undefined, preflight?: NetworkEntry): Promise<boolean>;
  /** Looks again for the flows of calls that came before them, such as a pushed request. */
  retry(): Promise<void>;
}

/** Calls that wait for their flow, the last ones. */
const MAX_WAITING = 20;

export function createPageCalls(services: RunServices): PageCalls {
  const { background } = services;
  let waiting: readonly PageCall[] = [];
  const join = async (call: PageCall): Promise<boolean> => {
    const found = await background.call('flowOfCall', call.keys);
    if (!found.ok || found.value === undefined) return false;
    const flow = await background.call('flow', found.value);
    if (!flow.ok || !flow.value) return false;
    const { id: flowId, profileId, environmentId = '' } = flow.value;
    const [whole, kept] = [
      { ...call.whole, profileId },
      { ...call.kept, profileId },
    ];
    return (await recordRun(services, { whole, kept, flowId, environmentId })) === undefined;
  };
  return {
    async record(entry, content, preflight) {
      const call = await readPageCall(entry, content, preflight);
      if (!call) return false;
      const joined = await join(call);
      if (!joined && isBeforeFlows(call)) waiting = [...waiting, call].slice(-MAX_WAITING);
      return joined;
    },
    async retry() {
      const calls = waiting;
      waiting = [];
      for (const call of calls) if (!(await join(call))) waiting = [...waiting, call].slice(-MAX_WAITING);
    },
  };
}
