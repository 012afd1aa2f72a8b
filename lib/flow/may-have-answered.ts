import { isSilent } from './flow-kind.ts';
import { answersByMessage } from './post-message.ts';
import type { Flow } from './types.ts';

/**
 * True when the provider has shown the page from which an answer by postMessage is sent. Some send the error of a silent
 * request, such as login_required, by a page with status 400.
 */
export function mayHaveAnswered(flow: Flow): boolean {
  const last = flow.hops.at(-1)?.status;
  if (last === undefined || !flow.request || !answersByMessage(flow.request)) return false;
  return (last >= 200 && last < 300) || (last === 400 && isSilent(flow));
}
