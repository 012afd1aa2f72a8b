import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstToLeave } from '../../../lib/flow/first-to-leave.ts';
import { indexFlows } from '../../../lib/flow/flow-index.ts';
import { leavingOrder } from '../../../lib/flow/leaving-order.ts';
import { EMPTY_FLOWS, reduceObservation } from '../../../lib/flow/reduce.ts';
import { MAX_LIVE_FLOWS } from '../../../lib/flow/types.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { live, observeAll } from '../support/life.ts';
import { memoryArchive } from '../support/memory.ts';
import { onlyFlow, Story } from '../support/observations.ts';

const CLIENT = 'https://app.example/cb';
const authorize = (state: string): string =>
  `https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=${state}`;
const real = (tab: number): Story =>
  new Story(tab)
    .request(authorize(`r${tab}`), { initiator: 'https://app.example' })
    .redirect(authorize(`r${tab}`), 302, `${CLIENT}?code=code-of-${tab}&state=r${tab}`)
    .respond(`${CLIENT}?code=code-of-${tab}&state=r${tab}`);
const open = (tab: number): Story =>
  new Story(tab)
    .request(authorize(`o${tab}`), { initiator: 'https://app.example' })
    .respond(authorize(`o${tab}`));
/** A callback that a page made up, on one of many hosts. */
const forged = (index: number): Story => {
  const url = `https://h${index % 500}.evil.example/p${index}?code=forgedforged${index}x&state=f${index}`;
  return new Story(10_000 + (index % 7), index)
    .at(1_000 + index * 10)
    .request(url, { initiator: `https://e${index % 3}.evil.example` })
    .respond(url);
};
/** A sign-in that a page made up. */
const forgedRequest = (index: number): Story =>
  new Story(20_000, index)
    .at(1_000 + index * 10)
    .request(authorize(`f${index}`).replace('as.example', `as${index}.evil.example`), {
      initiator: 'https://evil.example',
    });

describe('thousands of forged callbacks', () => {
  it('push no flow whose request was seen out of the live ones', () => {
    let state = EMPTY_FLOWS;
    const reduce = (story: Story): void => {
      for (const observation of story.observations) state = reduceObservation(state, observation, CATALOGUE);
    };
    for (let tab = 1; tab <= 20; tab++) reduce(tab % 2 === 0 ? real(tab) : open(tab));
    for (let index = 0; index < MAX_LIVE_FLOWS + 1_000; index++) reduce(forged(index));
    expect(state.tracker.flows).toHaveLength(MAX_LIVE_FLOWS);
    expect(state.tracker.flows.filter(({ request }) => request !== undefined)).toHaveLength(20);
  });

  it('nor out of the history', async () => {
    const archive = memoryArchive();
    const life = live({ ...live(), archive }, { flows: 50, bytes: 50_000_000 });
    await life.recorder.ready;
    life.store.history.setOn(true);
    for (let tab = 1; tab <= 20; tab++) observeAll(life, real(tab));
    await life.store.history.settled();
    for (let index = 0; index < 300; index++) {
      observeAll(life, forged(index));
      if (index % 50 === 0) await life.store.history.settled();
    }
    await new Promise<void>((resolve) => setImmediate(resolve));
    await life.store.history.settled();
    const kept = [...archive.flows.values()];
    expect(kept.length).toBeLessThanOrEqual(50);
    expect(kept.filter(({ request }) => request !== undefined)).toHaveLength(20);
  });
});

it('forged sign-ins push out only what the same page made up', () => {
  const flows = [...Array.from({ length: 10 }, (_, index) => onlyFlow(open(index + 1)))];
  const many = [...flows, ...Array.from({ length: 100 }, (_, index) => onlyFlow(forgedRequest(index)))];
  let left = many;
  for (let count = 0; count < 90; count++) {
    const leaving = firstToLeave(indexFlows(left));
    left = left.filter(({ id }) => id !== leaving);
  }
  expect(left.filter(({ initiator }) => initiator === 'https://app.example')).toHaveLength(10);
});

it('whatever the mixture, who is known by a callback alone leaves first, then the largest initiator’s oldest', () => {
  const item = fc.record({ requestSeen: fc.boolean(), initiator: fc.constantFrom('a', 'b', 'c', 'd') });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 60 }), (items) => {
      const order = [...leavingOrder(items)];
      expect(order).toHaveLength(items.length);
      expect(new Set(order)).toEqual(new Set(items));
      let left = items;
      for (const one of order) {
        const group = left.filter(({ requestSeen }) => requestSeen === one.requestSeen);
        if (left.some(({ requestSeen }) => !requestSeen)) expect(one.requestSeen).toBe(false);
        const size = (name: string) => group.filter(({ initiator }) => initiator === name).length;
        expect(size(one.initiator)).toBe(Math.max(...['a', 'b', 'c', 'd'].map(size)));
        expect(group.find(({ initiator }) => initiator === one.initiator)).toBe(one);
        left = left.filter((other) => other !== one);
      }
    }),
  );
});
