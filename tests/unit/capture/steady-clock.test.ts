import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMetadata } from '../../../lib/capture/observation-ids.ts';
import { createSteadyClock, LATE_MILLISECONDS } from '../../../lib/capture/steady-clock.ts';
import { metadataAt } from '../../../lib/observe/event-metadata.ts';
import { requestObserved, responseObserved } from '../../../lib/observe/normalise.ts';
import { fold } from '../support/observations.ts';

const through = (times: readonly number[]): readonly number[] => times.map(createSteadyClock());

test('times of a clock that runs are left as they are, a little late ones included', () => {
  const times = [1_000_000, 1_000_500, 1_000_200, 1_003_000];
  expect(through(times)).toEqual(times);
});

test('after the clock was set back an hour, time goes on from where it was', () => {
  const hour = 3_600_000;
  const start = 10 * hour;
  expect(through([start, start + 100, start - hour, start - hour + 50])).toEqual([
    start,
    start + 100,
    start + 100,
    start + 150,
  ]);
});

test('after the clock was set back by seconds too', () => {
  expect(through([1_000_000, 1_000_100, 997_000, 997_050])).toEqual([
    1_000_000, 1_000_100, 1_000_100, 1_000_150,
  ]);
});

test('a clock that is set back by seconds splits no flow', () => {
  const metadata = createMetadata('e');
  const AUTHORIZE =
    'https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=https%3A%2F%2Fapp.example%2Fcb';
  const ANSWER = 'https://app.example/cb?code=SplxlOBeZQQYbYS6WxSbIA&iss=https%3A%2F%2Fas.example';
  const base = { tabId: 1, frameId: 0, requestId: '1' };
  const start = 1_700_000_000_000;
  const observations = [
    requestObserved(
      { ...base, url: AUTHORIZE, method: 'GET', initiator: 'https://app.example' },
      metadata(start),
    ),
    responseObserved(
      { ...base, url: AUTHORIZE, statusCode: 302, responseHeaders: [{ name: 'Location', value: ANSWER }] },
      metadata(start + 100),
    ),
    requestObserved(
      { ...base, url: ANSWER, method: 'GET', initiator: 'https://app.example' },
      metadata(start - 4_000),
    ),
    responseObserved({ ...base, url: ANSWER, statusCode: 200 }, metadata(start - 3_900)),
  ];
  const flows = fold(observations).tracker.flows;
  expect(flows.map(({ hops, callback }) => [hops.length, callback?.url])).toEqual([[2, ANSWER]]);
});

test('what is no time is stamped with the present', () => {
  const before = Date.now();
  for (const at of [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    -1,
    9e15,
    undefined as never,
  ]) {
    for (const { at: time, id } of [createMetadata('e')(at), metadataAt(at)]) {
      expect(time).toBeGreaterThanOrEqual(before - 1);
      expect(time).toBeLessThanOrEqual(Date.now() + 1);
      expect(id).not.toMatch(/NaN|Infinity|-1/);
    }
  }
});

test('once the clock is right again, its own time counts', () => {
  const hour = 3_600_000;
  const start = 10 * hour;
  expect(through([start, start - hour, start + 5])).toEqual([start, start, start + 5]);
});

test('no time ever lies further behind an earlier one than events may be late', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1e12, max: 2e12 }), { minLength: 2, maxLength: 40 }), (times) => {
      let latest = 0;
      for (const time of through(times)) {
        expect(time).toBeGreaterThanOrEqual(latest - LATE_MILLISECONDS);
        latest = Math.max(latest, time);
      }
    }),
  );
});
