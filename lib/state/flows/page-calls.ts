import { type NetworkEntry, readPageCall } from '../../flow/page-call.ts';
import { connectBackground } from '../../messaging/client.ts';
import { connectProfiles } from '../app/connect-profiles.ts';
import { type RunServices, recordRun } from './record-run.ts';

/** Writes calls of the inspected page into the flows to which they belong. */
export interface PageCalls {
  /**
   * @param content the text of the response, where the browser gave it
   * @returns false when the call belongs to no flow, or could not be written
   */
  record(entry: NetworkEntry, content: string | undefined): Promise<boolean>;
}

/** The calls of the page that DevTools inspect. */
export function connectPageCalls(): PageCalls {
  return createPageCalls({ background: connectBackground(), profiles: connectProfiles() });
}

export function createPageCalls(services: RunServices): PageCalls {
  const { background } = services;
  return {
    async record(entry, content) {
      const call = await readPageCall(entry, content);
      if (!call) return false;
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
    },
  };
}
