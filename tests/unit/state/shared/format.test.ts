import { describe, expect, test } from 'vitest';
import { statusLine } from '../../../../lib/state/flows/status-line.ts';
import { formatDuration, formatExact, formatRelative } from '../../../../lib/state/shared/format.ts';
import { timeClaim } from '../../../../lib/state/token/time-claim.ts';
import { IDLE_STATUS } from '../../support/memory-background.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test.each([
  [-5, '0 ms'],
  [3, '3 ms'],
  [1_849, '1.8 s'],
  [59_999, '59.9 s'],
  [2 * MINUTE + 5_400, '2 min 05 s'],
  [24 * HOUR - 1, '23 h 59 min'],
  [76 * HOUR, '3 d 4 h'],
])('formatDuration(%d)', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});

test.each([
  [0, 'a moment ago'],
  [-5 * MINUTE, '5 min ago'],
  [2 * HOUR, 'in 2 h'],
  [-49 * HOUR, '2 d ago'],
  [1, 'in a moment'],
])('formatRelative, %d away', (away, text) => {
  expect(formatRelative(1_000_000_000 + away, 1_000_000_000)).toBe(text);
});

test('formatExact survives what no date can hold', () => {
  expect(formatExact(0)).toBe('1970-01-01T00:00:00.000Z');
  expect(formatExact(1e300)).toBe('1e+300');
});

describe('timeClaim', () => {
  test.each([
    ['exp', 1_700_000_000, '2023-11-14T22:13:20.000Z, in 5 min'],
    ['iat', 1_700_000_000_000, 'looks like milliseconds: 2023-11-14T22:13:20.000Z'],
    ['nbf', '1700000000', 'not a number of seconds'],
    ['sub', 1_700_000_000, undefined],
  ])('%s %j', (name, value, expected) => {
    expect(timeClaim(name, value, 1_700_000_000_000 - 5 * MINUTE)).toBe(expected);
  });
});

describe('statusLine', () => {
  test.each([
    [{}, 4, 4, '4 flows · 0 held · 0 dropped · not recording'],
    [{ recording: true }, 1, 1, '1 flow · 0 held · 0 dropped · recording'],
    [{ recording: true }, 2, 4, '2 of 4 flows · 0 held · 0 dropped · recording'],
    [
      { dropped: 3, droppedReason: 'storage is full' },
      0,
      0,
      '0 flows · 0 held · 3 dropped: storage is full · not recording',
    ],
    [
      { missed: 1 },
      0,
      0,
      '0 flows · 0 held · 0 dropped · not recording · 1 callback was missed by the listeners and found in its tab',
    ],
  ])('%j', (change, shown, inScope, text) => {
    expect(statusLine({ ...IDLE_STATUS, ...change }, shown, inScope)).toBe(text);
  });
});
