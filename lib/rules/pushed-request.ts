import type { Flow, FlowCall } from '../flow/types.ts';
import { readJsonBody } from './json-body.ts';
import { dig } from './request-facts.ts';

/**
 * Calls of a flow that pushed its request (RFC 9126 section 2): a form that was answered with a request_uri, or that holds an
 * authorize request and was refused.
 */
export function pushesOf(flow: Flow): readonly FlowCall[] {
  return (flow.calls ?? []).filter((call) => {
    if (call.encoding !== 'form' || hasField(call, 'grant_type')) return false;
    return (
      typeof dig(readJsonBody(call), 'request_uri') === 'string' ||
      ['response_type', 'request', 'request_uri'].some((name) => hasField(call, name))
    );
  });
}

/** True when a call has a field of that name, whether or not its value may be shown. */
export function hasField({ fields }: FlowCall, name: string): boolean {
  return fields.some((field) => field.name === name);
}

const CREDENTIALS: ReadonlySet<string> = new Set(['client_secret', 'client_assertion']);

/** True when a call carries credentials of the client, in a header or in its form. */
export function hasAuthentication({ fields }: FlowCall): boolean {
  return fields.some(
    (field) =>
      CREDENTIALS.has(field.name) || (field.in === 'header' && field.name.toLowerCase() === 'authorization'),
  );
}
