import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReleasedRequest } from '../../../lib/flow/hold-types.ts';
import type { Observation } from '../../../lib/flow/observation.ts';
import { outcomeOf } from '../../../lib/flow/outcome.ts';
import { reduceAll } from '../../../lib/flow/reduce.ts';
import { isSettled } from '../../../lib/flow/status.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { fold, Story } from '../support/observations.ts';

const CLIENT = 'https://app.example/callback';
const AUTHORIZE = `https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=s1`;
const ANSWER = `${CLIENT}?code=abc&state=s1`;
const TAMPERED = `${CLIENT}?code=abc&state=other`;
const BLOCKED = 'net::ERR_BLOCKED_BY_CLIENT';
const START = 1_700_000_000_000;

const stopped = (): Story =>
  new Story()
    .request(AUTHORIZE)
    .redirect(AUTHORIZE, 302, ANSWER)
    .fail(ANSWER, BLOCKED)
    .navigationFailed(ANSWER, BLOCKED);

const base = (at: number) => ({
  id: `${String(START + at).padStart(14, '0')}-hold`,
  at: START + at,
  eventSource: 'hold' as const,
  tabId: 1,
  frameId: 0,
});
const held = (at = 50, holdId = 'hold-1'): Observation => ({
  ...base(at),
  kind: 'held',
  holdId,
  url: ANSWER,
});
const released = (request: ReleasedRequest, at = 100): Observation => ({
  ...base(at),
  kind: 'released',
  holdId: 'hold-1',
  request,
  changes: request.url === ANSWER ? [] : [{ name: 'state', from: 's1', to: 'other' }],
});
const dropped = (at = 100): Observation => ({ ...base(at), kind: 'dropped', holdId: 'hold-1' });

const only = (observations: readonly Observation[]): Flow => {
  const [flow, ...others] = fold(observations).tracker.flows;
  if (!flow || others.length > 0) throw new Error(`expected one flow, got ${others.length}`);
  return flow;
};

it('takes an authorize request that was stopped and sent again for one request', () => {
  const [request, failed] = new Story().request(AUTHORIZE).fail(AUTHORIZE, BLOCKED).observations;
  const again = new Story()
    .at(40)
    .request(AUTHORIZE)
    .redirect(AUTHORIZE, 302, ANSWER)
    .respond(ANSWER)
    .observations.map((one) => ({ ...one, requestId: 'second' }));
  const flow = only([request, failed, ...again] as Observation[]);
  expect(flow.status).toBe('completed');
  expect(flow.hops.map(({ role, status }) => [role, status])).toEqual([
    ['authorize request', 302],
    ['callback', 200],
  ]);
});

describe('a held callback', () => {
  it('is the callback of its flow, which is held and not settled', () => {
    const flow = only([...stopped().observations, held()]);
    expect(flow).toMatchObject({
      status: 'held',
      hold: { id: 'hold-1', heldAt: START + 50 },
      callback: { url: ANSWER, delivery: 'held', recognition: 'redirect-uri-and-state' },
    });
    expect(flow.callback?.error).toBeUndefined();
    expect([isSettled(flow), outcomeOf(flow)]).toEqual([false, { kind: 'held', granted: 'code' }]);
  });

  it('is not called unreachable by event sources that tell of the stop afterwards', () => {
    const [request, hop, target, failed] = stopped().observations as Observation[];
    const late = { ...failed, at: START + 60, id: 'late' } as Observation;
    const later = new Story().at(60).navigationFailed(ANSWER, BLOCKED).observations;
    const flow = only([request, hop, target, held(), late, ...later] as Observation[]);
    expect(flow.callback).toMatchObject({ delivery: 'held' });
    expect(flow.callback?.error).toBeUndefined();
  });

  it('keeps the first hold when another is told', () => {
    const flow = only([...stopped().observations, held(50, 'hold-1'), held(51, 'hold-2')]);
    expect(flow.hold).toEqual({ kind: 'held', id: 'hold-1', heldAt: START + 50 });
  });

  it('goes on as it was: a second hop of the same flow, with the application’s answer', () => {
    const way = new Story().at(110).request(ANSWER).respond(ANSWER).committed(ANSWER).observations;
    const renamed = way.map((one) => ('requestId' in one ? { ...one, requestId: 'second' } : one));
    const flow = only([
      ...stopped().observations,
      held(),
      released({ url: ANSWER, method: 'GET' }),
      ...renamed,
    ]);
    expect(flow).toMatchObject({
      status: 'completed',
      hold: { releasedAt: START + 100, changes: [], released: { url: ANSWER, method: 'GET', tabId: 1 } },
      callback: { delivery: 'answered', status: 200 },
    });
    expect(flow.hops.map(({ role, status, error }) => [role, status, error])).toEqual([
      ['authorize request', 302, undefined],
      ['callback', undefined, BLOCKED],
      ['callback', 200, undefined],
    ]);
    expect(outcomeOf(flow)).toEqual({
      kind: 'granted',
      granted: 'code',
      exchange: 'not-observed',
    });
  });

  it('goes on changed: the flow still shows what came, and begins no other flow', () => {
    const way = new Story().at(110).request(TAMPERED).respond(TAMPERED, 400).committed(TAMPERED).observations;
    const renamed = way.map((one) => ('requestId' in one ? { ...one, requestId: 'second' } : one));
    const flow = only([
      ...stopped().observations,
      held(),
      released({ url: TAMPERED, method: 'GET' }),
      ...renamed,
    ]);
    expect(flow.callback).toMatchObject({ url: ANSWER, delivery: 'answered', status: 400 });
    expect(flow.hold).toMatchObject({
      kind: 'released',
      changes: [{ name: 'state', from: 's1', to: 'other' }],
    });
    expect(outcomeOf(flow)).toEqual({
      kind: 'released-with-changes',
      names: ['state'],
      status: 400,
    });
  });

  it('is dropped once and for all', () => {
    const flow = only([
      ...stopped().observations,
      held(),
      dropped(),
      released({ url: ANSWER, method: 'GET' }, 120),
    ]);
    expect(flow).toMatchObject({ status: 'abandoned', callback: { delivery: 'dropped' } });
    expect(flow.hold).toEqual({ kind: 'dropped', id: 'hold-1', heldAt: START + 50, droppedAt: START + 100 });
    expect([isSettled(flow), outcomeOf(flow)]).toEqual([true, { kind: 'dropped', granted: 'code' }]);
  });

  it('ignores a release of a hold that does not exist', () => {
    const flow = only([...stopped().observations, released({ url: ANSWER, method: 'GET' })]);
    expect(flow.hold).toBeUndefined();
  });

  it('gives the same flow in any order, repeats included', () => {
    const way = new Story().at(110).request(TAMPERED).respond(TAMPERED).committed(TAMPERED).observations;
    const observations = [
      ...stopped().observations,
      held(),
      released({ url: TAMPERED, method: 'GET' }),
      ...way.map((one) => ('requestId' in one ? { ...one, requestId: 'second' } : one)),
    ];
    const expected = reduceAll(observations, CATALOGUE).tracker.flows;
    fc.assert(
      fc.property(
        fc.shuffledSubarray(observations, { minLength: observations.length }),
        fc.subarray(observations),
        (shuffled, repeated) => {
          expect(fold([...shuffled, ...repeated]).tracker.flows).toEqual(expected);
        },
      ),
    );
  });
});
