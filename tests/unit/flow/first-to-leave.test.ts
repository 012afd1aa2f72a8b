import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstToLeave } from '../../../lib/flow/first-to-leave.ts';
import { EMPTY_INDEX, putIntoIndex, takeFromIndex } from '../../../lib/flow/flow-index.ts';
import { isRequestSeen, leavingOrder } from '../../../lib/flow/leaving-order.ts';
import { isSettled } from '../../../lib/flow/status.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { onlyFlow, Story } from '../support/observations.ts';

const CLIENT = 'https://app.example/cb';
const AUTHORIZE = `https://as.example/authorize?response_type=code&client_id=c&redirect_uri=${encodeURIComponent(CLIENT)}&state=s`;
const ANSWER = `${CLIENT}?code=abc&state=s`;
const ALONE = 'https://other.example/cb?code=alonealone1x&state=t';
const KINDS: readonly Flow[] = [
  onlyFlow(new Story(1).request(AUTHORIZE)),
  onlyFlow(new Story(1).request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER).respond(ANSWER)),
  onlyFlow(new Story(1).request(ALONE).respond(ALONE)),
];

/** What leaves, found by walking over all flows. */
function slowly(flows: readonly Flow[], staying: Flow | undefined): string | undefined {
  const others = flows.filter((flow) => flow !== staying);
  const rank = (flow: Flow): number => (flow.pinned ? 0 : isSettled(flow) ? 2 : 1);
  const most = Math.max(...others.map(rank));
  const leaving = others
    .filter((flow) => rank(flow) === most)
    .map((flow) => ({ ...flow, requestSeen: isRequestSeen(flow) }));
  return [...leavingOrder(leaving)][0]?.id;
}

const act = fc.record({
  act: fc.constantFrom('put', 'put', 'put', 'change', 'take'),
  at: fc.nat(40),
  kind: fc.constantFrom(...KINDS),
  initiator: fc.constantFrom(undefined, 'https://a.example', 'https://b.example', 'https://c.example'),
  pinned: fc.boolean(),
});

it('the flow that leaves is the one that a walk over all flows finds, however they came, changed and went', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
      let flows: readonly Flow[] = [];
      let index = EMPTY_INDEX;
      for (const [number, { act: name, at, kind, initiator, pinned }] of acts.entries()) {
        const former = flows[at % Math.max(flows.length, 1)];
        const made: Flow = { ...kind, id: `f${number}`, ...(pinned ? { pinned } : {}) };
        if (name === 'put' || !former) {
          const flow = initiator === undefined ? made : { ...made, initiator };
          flows = [...flows, flow];
          index = putIntoIndex(index, flow);
        } else if (name === 'take') {
          flows = flows.filter((flow) => flow !== former);
          index = takeFromIndex(index, former.id);
        } else {
          const { initiator: from } = former;
          const flow: Flow = { ...made, id: former.id, ...(from === undefined ? {} : { initiator: from }) };
          flows = flows.map((one) => (one === former ? flow : one));
          index = putIntoIndex(index, flow);
        }
        for (const staying of [undefined, flows.at(-1)])
          expect(firstToLeave(index, staying?.id)).toBe(slowly(flows, staying));
      }
    }),
  );
});
