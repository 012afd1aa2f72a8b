import { describe, expect, it } from 'vitest';
import { mergeCalls, pageCallId, sameCall } from '../../../lib/flow/same-call.ts';
import type { FlowCall } from '../../../lib/flow/types.ts';
import { evaluateFlowCall } from '../../../lib/rules/evaluate-flow-call.ts';
import { answered } from '../rules/support/flows.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { fold, onlyFlow, Story } from '../support/observations.ts';

const FIELDS = [
  { name: 'grant_type', value: 'authorization_code' },
  { name: 'code', value: 'code-1' },
];

const call = (at: number, seenBy: FlowCall['seenBy'], more: Partial<FlowCall> = {}): FlowCall => ({
  id: pageCallId(at, 'POST', 'https://as.example/token', FIELDS),
  ...(seenBy === undefined ? {} : { seenBy }),
  profileId: 'oauth',
  stepId: 'page:token',
  name: 'Token request of the page',
  at,
  elapsed: 1,
  method: 'POST',
  url: 'https://as.example/token',
  encoding: 'form',
  fields: FIELDS.map((field) => ({ in: 'form', ...field })),
  status: 200,
  ...more,
});

describe('pageCallId', () => {
  it('is the same in whatever order fields are listed, with a fragment or without', () => {
    expect(pageCallId(1, 'POST', 'https://as.example/token#x', FIELDS.toReversed())).toBe(
      pageCallId(1, 'POST', 'https://as.example/token', FIELDS),
    );
    expect(pageCallId(1, 'POST', 'https://as.example/token?a', FIELDS)).not.toBe(
      pageCallId(1, 'POST', 'https://as.example/token', FIELDS),
    );
  });
});

describe('sameCall', () => {
  const devtools = call(1_000, 'devtools.network', { body: '{}' });

  it('finds the record of the other event source, and merges both into what DevTools saw', () => {
    const blind = call(1_004, 'webRequest', { cacheControl: '' });
    expect(sameCall([devtools], blind)).toBe(devtools);
    expect(sameCall([blind], devtools)).toBe(blind);
    const merged = { ...devtools, cacheControl: '', seenBy: 'both' };
    expect(mergeCalls(devtools, blind)).toEqual(merged);
    expect(mergeCalls(blind, devtools)).toEqual(merged);
  });

  it('never takes two requests of one source, or requests of the user, for one', () => {
    expect(sameCall([devtools], call(1_001, 'devtools.network'))).toBeUndefined();
    expect(sameCall([call(1_000, 'both')], call(1_001, 'webRequest'))).toBeUndefined();
    expect(sameCall([devtools], call(1_001, undefined))).toBeUndefined();
  });

  it('takes a code that was sent twice for two calls, each with its own answer', () => {
    const calls = [call(1_000, 'webRequest'), call(1_010, 'webRequest', { status: 400 })];
    expect(sameCall(calls, call(1_002, 'devtools.network', { status: 400 }))).toBe(calls[1]);
    expect(sameCall(calls, call(1_012, 'devtools.network'))).toBe(calls[0]);
  });

  it('leaves another request, and one long after, apart', () => {
    expect(sameCall([devtools], call(9_000, 'webRequest'))).toBeUndefined();
    const other = {
      ...call(1_000, 'webRequest'),
      id: pageCallId(1_000, 'POST', 'https://as.example/token', []),
    };
    expect(sameCall([devtools], other)).toBeUndefined();
  });
});

describe('a call that both event sources saw', () => {
  const story = new Story()
    .request(
      'https://as.example/authorize?response_type=code&client_id=c&state=s&redirect_uri=https%3A%2F%2Frp.example%2Fcb',
    )
    .redirect('https://as.example/authorize', 302, 'https://rp.example/cb?code=code-1&state=s');
  const flowId = onlyFlow(story).id;
  const seen = (id: string, one: FlowCall) =>
    ({
      id,
      at: 1_800_000_000_000,
      eventSource: 'person',
      tabId: -1,
      frameId: 0,
      kind: 'called',
      flowId,
      call: one,
    }) as const;

  it('is one call of its flow, whichever source told of it first', () => {
    const both = [seen('z1', call(5, 'webRequest')), seen('z2', call(7, 'devtools.network', { body: '{}' }))];
    for (const order of [both, both.toReversed()]) {
      const [flow] = fold([...story.observations, ...order]).tracker.flows;
      expect(flow?.calls).toEqual([call(7, 'both', { body: '{}' })]);
    }
  });

  it('is no second use of its code', () => {
    const flow = { ...answered(), calls: [call(5, 'webRequest')] };
    const facts = { catalogue: CATALOGUE, now: 10, flow };
    const rules = evaluateFlowCall(call(7, 'devtools.network', { body: '{}' }), facts).map(
      ({ rule }) => rule,
    );
    expect(rules).not.toContain('CB20');
  });
});
