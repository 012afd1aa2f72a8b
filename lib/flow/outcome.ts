import type { FlowHold } from './hold-types.ts';
import { toldByWebhook } from './status.ts';
import type { Flow } from './types.ts';

/** One short sentence for what became of a flow. */
export function outcomeOf(flow: Flow): string {
  const { callback, hold } = flow;
  if (callback) return `${callbackOutcome(flow)}${hold ? `, ${holdOutcome(hold)}` : ''}`;
  const told = toldByWebhook(flow);
  if (told) {
    const what = told.response.values.error?.value ?? (told.response.values.code ? 'Code' : 'ID token');
    return `${what} by webhook${flow.status === 'open' ? ', waiting for the callback' : ''}`;
  }
  if (flow.abandoned === 'browser closed') return 'Browser closed before the callback';
  if (flow.abandoned === 'tab closed') return 'Tab closed before the callback';
  if (flow.abandoned === 'started again') return 'Started again before the callback';
  if (flow.abandoned) return 'Left before the callback';
  const last = flow.hops.at(-1);
  if (flow.status === 'failed' && last?.error) return `Stopped: ${last.error}`;
  if (flow.status === 'failed' && last?.status !== undefined) return `The provider answered ${last.status}`;
  return 'Waiting for the callback';
}

function callbackOutcome({ callback }: Flow): string {
  const values = callback?.response.values ?? {};
  if (values.error) return values.error.value || 'Error without a code';
  if (values.code) return 'Code received';
  if (values.id_token) return 'ID token received';
  if (values.access_token) return 'Access token received';
  if (callback?.response.jarm?.kind === 'jwe') return 'Encrypted response received';
  return 'Neither code nor error';
}

function holdOutcome({ releasedAt, droppedAt, changes }: FlowHold): string {
  if (droppedAt !== undefined) return 'dropped';
  if (releasedAt === undefined) return 'held';
  return changes && changes.length > 0 ? 'released with changes' : 'released';
}
