import { describe, expect, it, test } from 'vitest';
import type { Observation } from '../../../lib/flow/observation.ts';
import { outcomeOf } from '../../../lib/flow/outcome.ts';
import { isSettled } from '../../../lib/flow/status.ts';
import { tokensOf } from '../../../lib/flow/tokens.ts';
import type { FlowCall } from '../../../lib/flow/types.ts';
import { flowsOf, fold, onlyFlow, Story } from '../support/observations.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln';

const story = new Story()
  .request(
    'https://op.example/auth?response_type=code&client_id=c&state=s&redirect_uri=https%3A%2F%2Frp.example%2Fcb',
  )
  .redirect('https://op.example/auth', 302, 'https://rp.example/cb?code=k&state=s')
  .respond('https://rp.example/cb?code=k&state=s');
const { id } = onlyFlow(story);

const call: FlowCall = {
  id: 'call-1',
  profileId: 'openid',
  stepId: 'exchange',
  name: 'Code exchange',
  at: 1,
  elapsed: 2,
  method: 'POST',
  url: 'https://op.example/token',
  encoding: 'form',
  fields: [{ in: 'form', name: 'code' }],
  status: 200,
  contentType: 'application/json',
  body: JSON.stringify({ id_token: TOKEN }),
};

const called = (observationId: string, flowId: string, one = call): Observation => ({
  id: observationId,
  at: 1_800_000_000_000,
  eventSource: 'person',
  tabId: -1,
  frameId: 0,
  kind: 'called',
  flowId,
  call: one,
});

test('a call joins the flow that it was run for, once', () => {
  const observations = [...story.observations, called('z1', id), called('z2', id)];
  const [flow] = fold(observations).tracker.flows;
  expect(flow?.calls).toEqual([call]);
  expect(flow?.status).toBe('completed');
  expect(fold(observations.toReversed()).tracker.flows[0]?.calls).toEqual([call]);
});

test('calls are in the order of their time, and those that only used a token go first when there are too many', () => {
  const used = (n: number) => ({ ...call, id: `used-${n}`, at: 10 + n, stepId: 'page:resource' });
  const calls = [call, ...Array.from({ length: 60 }, (_, n) => used(n)), { ...call, id: 'before', at: 0 }];
  const [flow] = fold([
    ...story.observations,
    ...calls.map((one, index) => called(`z${String(index).padStart(3, '0')}`, id, one)),
  ]).tracker.flows;
  const ids = flow?.calls?.map((one) => one.id) ?? [];
  expect(ids).toHaveLength(50);
  expect(ids.slice(0, 2)).toEqual(['before', 'call-1']);
  expect(ids.at(-1)).toBe('used-59');
});

test('a call for a flow that is gone changes nothing', () => {
  expect(fold([...story.observations, called('z1', 'gone')]).tracker.flows[0]?.calls).toBeUndefined();
});

test('tokens in its answer are tokens of the flow', () => {
  const [flow] = fold([...story.observations, called('z1', id)]).tracker.flows;
  expect(flow && tokensOf(flow).map(({ token, places }) => [token, places])).toEqual([
    [TOKEN, ['id_token in the answer of Code exchange']],
  ]);
});

describe('calls that were run for no flow', () => {
  it('are one flow for each profile, environment and kind of window', () => {
    const story = new Story()
      .called()
      .called({ status: 400 })
      .called({}, { environmentId: 'live' })
      .called({}, { profileId: 'obp' })
      .called({}, { private: true });
    const flows = flowsOf(story);
    expect(
      flows.map(({ profileId, environmentId, private: secret, calls }) => [
        profileId,
        environmentId,
        secret,
        calls?.length,
      ]),
    ).toEqual([
      ['finapi', 'sandbox', false, 2],
      ['finapi', 'live', false, 1],
      ['obp', 'sandbox', false, 1],
      ['finapi', 'sandbox', true, 1],
    ]);
    expect(flows.map((flow) => outcomeOf(flow))).toMatchObject([
      { kind: 'calls', calls: 2, failed: 1 },
      { kind: 'calls', calls: 1, failed: 0 },
      { kind: 'calls', calls: 1, failed: 0 },
      { kind: 'calls', calls: 1, failed: 0 },
    ]);
    expect(flows.map(isSettled)).toEqual([true, true, true, true]);
  });

  it('take no callback for theirs', () => {
    const flows = flowsOf(
      new Story().called().request('https://app.example/cb?code=abc&state=s1&iss=https://as.example'),
    );
    expect(flows.map(({ kind, callback }) => [kind, callback !== undefined])).toEqual([
      ['calls', false],
      [undefined, true],
    ]);
  });

  it('join the flow whose request they pushed', () => {
    const uri = 'urn:ietf:params:oauth:request_uri:abc';
    const push = { stepId: 'push', body: JSON.stringify({ request_uri: uri, expires_in: 60 }) };
    const authorize = `https://as.example/authorize?client_id=c1&request_uri=${encodeURIComponent(uri)}`;
    const [, flow] = flowsOf(
      new Story().called(push).called({ body: '{"request_uri":"urn:other"}' }).request(authorize),
    );
    expect(flow?.calls?.map(({ stepId }) => stepId)).toEqual(['push']);
  });
});
