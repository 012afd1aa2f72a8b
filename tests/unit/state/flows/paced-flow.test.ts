import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Flow } from '../../../../lib/flow/types.ts';
import { createPacedFlow, EVALUATE_INTERVAL } from '../../../../lib/state/flows/paced-flow.ts';
import { onlyFlow, Story } from '../../support/observations.ts';

const CLIENT = 'https://app.example/cb';
const AUTHORIZE = `https://as.example/authorize?response_type=code&client_id=c&redirect_uri=${encodeURIComponent(CLIENT)}&state=s`;
const ANSWER = `${CLIENT}?code=abc&state=s`;

const open = onlyFlow(new Story(1).request(AUTHORIZE));
const over = onlyFlow(new Story(1).request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER).respond(ANSWER));

/** A clock that is moved by hand, with what was to run later. */
function scene(first?: Flow) {
  let time = 1_000;
  let due: { readonly at: number; readonly run: () => void } | undefined;
  const flow = signal<Flow | undefined>(first);
  const given: (number | undefined)[] = [];
  const paced = createPacedFlow(flow, {
    now: () => time,
    later(run, milliseconds) {
      due = { at: time + milliseconds, run };
      return () => {
        due = undefined;
      };
    },
  });
  paced.flow.subscribe((now) => given.push(now?.revision));
  return {
    flow,
    paced,
    given,
    pass(milliseconds: number) {
      time += milliseconds;
      if (due && due.at <= time) due.run();
    },
    isWaiting: () => due !== undefined,
  };
}

const revision = (flow: Flow, number: number): Flow => ({ ...flow, revision: number });

describe('the shown flow at a pace', () => {
  it('is given at once when it is over', () => {
    const { paced } = scene(over);
    expect(paced.flow.value).toBe(over);
  });

  it('is given a moment after it began', () => {
    const { paced, pass } = scene(open);
    expect(paced.flow.value).toBeUndefined();
    pass(EVALUATE_INTERVAL);
    expect(paced.flow.value).toBe(open);
  });

  it('is given once in each interval of a burst, its last state included', () => {
    const { flow, given, pass, isWaiting } = scene(revision(over, 0));
    for (let number = 1; number <= 25; number++) {
      pass(10);
      flow.value = revision(over, number);
    }
    pass(EVALUATE_INTERVAL);
    expect(given).toEqual([0, 9, 19, 25]);
    expect(isWaiting()).toBe(false);
  });

  it('is nothing between two flows', () => {
    const { flow, paced, pass } = scene(over);
    const other = { ...over, id: 'other' };
    flow.value = other;
    expect(paced.flow.value).toBeUndefined();
    pass(EVALUATE_INTERVAL);
    expect(paced.flow.value).toBe(other);
    flow.value = undefined;
    expect(paced.flow.value).toBeUndefined();
  });

  it('is no longer given once nobody wants it', () => {
    const { flow, paced, isWaiting } = scene(over);
    flow.value = revision(over, 99);
    paced.dispose();
    expect(isWaiting()).toBe(false);
    expect(paced.flow.value).toBe(over);
  });
});
