import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowsWith, indexFlows } from '../../../lib/flow/flow-index.ts';
import { FLOW_KEY } from '../../../lib/flow/flow-keys.ts';
import { EMPTY_FLOWS, type FlowsState, reduceObservation, removeFlows } from '../../../lib/flow/reduce.ts';
import { indexOf } from '../../../lib/flow/tracker.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { Story } from '../support/observations.ts';

const CLIENT = 'https://app.example/cb';
const authorize = (state: string): string =>
  `https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=${state}`;

const story = (tab: number, state: string, whole: boolean): Story => {
  const begun = new Story(tab).at(tab * 100).request(authorize(state));
  const answer = `${CLIENT}?code=abc&state=${state}`;
  return whole ? begun.redirect(authorize(state), 302, answer).respond(answer).closed() : begun;
};

/** All that can be asked of an index, as ids in their order. */
const answersOf = (state: FlowsState, index = indexOf(state.tracker)) => {
  const ids = (key: string): readonly string[] => flowsWith(index, [key]).map(({ id }: Flow) => id);
  return [1, 2, 3].flatMap((tab) => [
    ids(FLOW_KEY.frame(tab, 0)),
    ids(FLOW_KEY.open(tab, 0)),
    ids(FLOW_KEY.url(authorize(`s${tab}`))),
    ids(FLOW_KEY.state(`s${tab}`)),
    ids(FLOW_KEY.awaited(CLIENT)),
  ]);
};

describe('the index of flows', () => {
  it('after any observations and removals answers what one made from nothing answers', () => {
    const attempts = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.boolean(), fc.boolean()),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(attempts, (all) => {
        let state = EMPTY_FLOWS;
        for (const [tab, number, whole, removes] of all) {
          for (const observation of story(tab, `s${number}`, whole).observations)
            state = reduceObservation(state, observation, CATALOGUE);
          const [first] = state.tracker.flows;
          if (removes && first) state = removeFlows(state, new Set([first.id]));
          expect(state.tracker.index.flows).toBe(state.tracker.flows);
          expect(answersOf(state)).toEqual(answersOf(state, indexFlows(state.tracker.flows)));
        }
      }),
    );
  });
});
