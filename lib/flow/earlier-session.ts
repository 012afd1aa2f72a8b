import { flowMarks } from './marks.ts';
import { isOfNoTab } from './of-tab.ts';
import { outcomeOf } from './outcome.ts';
import { statusOf } from './outcome-types.ts';
import { isOutstanding } from './status.ts';

import type { Flow } from './types.ts';

/**
 * A flow as it stands after the browser was closed: its tabs are gone, whose numbers may be given again, and what still
 * waited in one waits no more. A request that was opened on a phone still waits.
 */
export function endSession(flow: Flow): Flow {
  if (flow.marks.includes('earlier-session')) return flow;
  const ended: Flow = {
    ...flow,
    tabId: -1,
    ...(flow.openerTabId === undefined ? {} : { openerTabId: -1 }),
    ...(isOutstanding(flow) && !isOfNoTab(flow) ? { abandoned: 'browser closed' } : {}),
    ...(flow.hold ? { hold: endHold(flow.hold, flow.updatedAt) } : {}),
    marks: [...flow.marks, 'earlier-session'],
    revision: flow.revision + 1,
  };
  const marked = { ...ended, marks: flowMarks(ended) };
  return { ...marked, status: statusOf(outcomeOf(marked)) };
}

/** A hold ends with the browser: the application never received the callback. */
function endHold(hold: NonNullable<Flow['hold']>, at: number): NonNullable<Flow['hold']> {
  return hold.kind === 'held' ? { ...hold, kind: 'dropped', droppedAt: at } : hold;
}
