import type { CallKind } from '../oauth/recognise-call.ts';
import type { FlowCall } from './types.ts';

/** Kinds of which nothing is kept but that a response came: it is about a person, or holds a secret of a client. */
export const WITHOUT_BODY: ReadonlySet<CallKind> = new Set([
  'userinfo',
  'resource',
  'registration',
  'logout',
]);

/** True for a call of a page whose response would be kept, had DevTools been open: webRequest shows no body of it. */
export function isBodyUnseen({ seenBy, stepId, status }: FlowCall): boolean {
  const kind = stepId.replace(/^page:/, '') as CallKind;
  return seenBy === 'webRequest' && status !== undefined && !WITHOUT_BODY.has(kind);
}
