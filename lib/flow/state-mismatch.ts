import { awaitedState } from './recognise.ts';
import type { Flow } from './types.ts';

/** A state that was sent and the one that came back; absent members were not there. */
export interface StateMismatch {
  readonly sent?: string;
  readonly received?: string;
}

/**
 * How the state of a callback differs from the one that was sent (RFC 6749 sections 4.1.2 and 10.12). Undefined when they
 * are equal or one of them is not visible: no request was seen, it was pushed or encrypted, or the response is encrypted.
 */
export function stateMismatch(flow: Flow): StateMismatch | undefined {
  const { request, callback } = flow;
  if (!callback || callback.response.channel === 'none') return undefined;
  if (callback.response.jarm?.kind === 'jwe') return undefined;
  const sent = awaitedState(flow);
  const received = callback.response.values.state?.value;
  if (sent === received || (sent === undefined && isHidden(flow))) return undefined;
  if (!request && sent === undefined) return undefined;
  return { ...(sent === undefined ? {} : { sent }), ...(received === undefined ? {} : { received }) };
}

/** True when the request's parameters stand where the browser cannot read them: pushed, referred to, or encrypted. */
function isHidden({ request }: Flow): boolean {
  return request?.values.request_uri !== undefined || request?.requestObject?.kind === 'jwe';
}
