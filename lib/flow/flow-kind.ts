import { answersByMessage } from './post-message.ts';
import type { Flow } from './types.ts';

/** What an attempt is for: a sign-in that a person sees, a renewal that nobody sees, a logout, or calls alone. */
export type FlowKind = 'sign-in' | 'renewal' | 'logout' | 'calls';

/** The kind of a flow (OpenID Connect Core section 3.1.2.1 for `prompt=none`). */
export function flowKind(flow: Flow): FlowKind {
  if (flow.kind) return flow.kind;
  if (flow.logout) return 'logout';
  return isSilent(flow) ? 'renewal' : 'sign-in';
}

/** True for a request that no person shall see: `prompt=none`, or in a frame that is answered by postMessage. */
export function isSilent({ request, frameId }: Pick<Flow, 'request' | 'frameId'>): boolean {
  if (!request) return false;
  return promptsOf(request).includes('none') || (frameId !== 0 && answersByMessage(request));
}

function promptsOf(request: NonNullable<Flow['request']>): readonly string[] {
  const claim = request.requestObject?.payload?.prompt;
  const sent = request.parameters.find(({ name }) => name === 'prompt')?.value;
  return (typeof claim === 'string' ? claim : (sent ?? '')).split(' ');
}
