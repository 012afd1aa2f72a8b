import type { Flow } from '../types.ts';
import { FLOW_VERSION } from './migrate-flow.ts';

/** A flow as it is stored and as a file holds it: without what {@link readFlow} decodes again from its tokens. */
export function storedFlow(flow: Flow): object {
  const { request, callback, webhooks } = flow;
  return {
    version: FLOW_VERSION,
    ...flow,
    ...(request ? { request: without(request, 'requestObject') } : {}),
    ...(callback ? { callback: { ...callback, response: without(callback.response, 'jarm') } } : {}),
    ...(webhooks
      ? { webhooks: webhooks.map((one) => ({ ...one, response: without(one.response, 'jarm') })) }
      : {}),
  };
}

function without<T extends object, K extends keyof T>(value: T, name: K): Omit<T, K> {
  const { [name]: _, ...rest } = value;
  return rest;
}
