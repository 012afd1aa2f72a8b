import { mayHaveAnswered } from './may-have-answered.ts';
import type { Abandonment, Flow } from './types.ts';

/**
 * Ends a flow that gets no callback any more. One whose answer is a message has had it by then, as far as anybody saw.
 * @param at milliseconds since the epoch
 */
export function abandon(flow: Flow, why: Abandonment, at: number): Flow {
  return mayHaveAnswered(flow) ? { ...flow, end: { kind: 'post-message', at } } : { ...flow, abandoned: why };
}
