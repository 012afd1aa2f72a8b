import type { Catalogue } from '../providers/catalogue.ts';
import { identifyFlow } from './identify-flow.ts';
import type { ReadArrival } from './recognise.ts';
import type { Callback, Delivery, Flow, Recognition } from './types.ts';

/** Gives a flow its callback. A flow whose profile was only guessed is looked at again with the callback's names. */
export function withCallback(
  flow: Flow,
  arrival: ReadArrival,
  recognition: Recognition,
  at: number,
  delivery: Delivery,
  catalogue: Catalogue,
): Flow {
  const callback: Callback = {
    url: arrival.url,
    method: arrival.method,
    ...(arrival.body ? { body: arrival.body } : {}),
    at,
    response: arrival.response,
    recognition,
    delivery: arrival.response.customScheme ? 'handed over' : delivery,
  };
  const { abandoned: _, end: __, ...open } = flow;
  const changed: Flow = { ...open, callback };
  return flow.profileId === 'oauth' ? { ...changed, profileId: identifyFlow(changed, catalogue) } : changed;
}

/** Changes what is known of a flow's callback; a flow without one stays as it is. */
export function changeCallback(flow: Flow, change: Partial<Callback>): Flow {
  return flow.callback ? { ...flow, callback: { ...flow.callback, ...change } } : flow;
}
