import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowSummary } from '../../../../lib/flow/summary-types.ts';
import { FLOW_COLUMNS, readArrangement } from '../../../../lib/state/flows/flow-columns.ts';
import { createFlowSorter } from '../../../../lib/state/flows/sort-flows.ts';

const flow = (id: number, rest: Partial<FlowSummary> = {}): FlowSummary => ({
  id: String(id),
  revision: 1,
  status: 'completed',
  profileId: 'openid',
  provider: 'OpenID',
  host: 'as.example',
  tabId: 1,
  startedAt: 1_000 - id,
  outcome: { kind: 'waiting' },
  hops: 1,
  errors: 0,
  warnings: 0,
  marks: [],
  ...rest,
});
const ids = (flows: readonly FlowSummary[]): string => flows.map(({ id }) => id).join('');

describe('sorting flows', () => {
  const flows = [
    flow(1, { provider: 'b', duration: 5, errors: 1 }),
    flow(2, { provider: 'A', warnings: 2 }),
    flow(3, { provider: 'b', duration: 900, clientId: 'c' }),
    flow(4, { provider: 'a', duration: 30, clientId: 'B' }),
  ];

  it.each([
    ['start', true, '1234'],
    ['start', false, '4321'],
    ['provider', false, '2413'],
    ['provider', true, '1324'],
    ['findings', true, '1234'],
    ['duration', false, '1432'],
    ['duration', true, '3412'],
    ['client', false, '4312'],
    ['client', true, '3412'],
  ] as const)('by %s, descending %s, gives %s', (sort, descending, expected) => {
    expect(ids(createFlowSorter()(flows, { sort, descending }))).toBe(expected);
  });

  it('keeps every flow, and those that are alike newest first, whatever it sorts by', () => {
    const some = fc.array(fc.record({ provider: fc.string(), errors: fc.nat(3), duration: fc.nat(5) }));
    fc.assert(
      fc.property(
        some,
        fc.constantFrom(...FLOW_COLUMNS.map(({ id }) => id)),
        fc.boolean(),
        (made, sort, down) => {
          const before = made.map((rest, index) => flow(index, rest));
          const sortFlows = createFlowSorter();
          const after = sortFlows(before, { sort, descending: down });
          expect(after.toSorted((a, b) => Number(a.id) - Number(b.id))).toEqual(before);
          expect(sortFlows(before, { sort, descending: down })).toEqual(after);
          if (sort !== 'status') return;
          expect(ids(after)).toBe(ids(before));
        },
      ),
    );
  });
});

describe('a stored arrangement', () => {
  it('has the default of what is not understood', () => {
    expect(
      readArrangement({
        sort: 'colour',
        descending: false,
        hidden: ['client', 'colour'],
        widths: { client: 5, colour: 80, provider: 9_000 },
      }),
    ).toEqual({
      sort: 'start',
      descending: true,
      hidden: ['client'],
      widths: { client: 20, provider: 1_000 },
    });
  });

  it('shows every column when it would show none', () => {
    const hidden = FLOW_COLUMNS.map(({ id }) => id);
    expect(readArrangement({ sort: 'start', descending: true, hidden, widths: {} }).hidden).toEqual([]);
  });
});
