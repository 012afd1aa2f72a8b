import { expect, test } from 'vitest';
import type { Observation } from '../../../lib/flow/observation.ts';
import { tokensOf } from '../../../lib/flow/tokens.ts';
import type { FlowCall } from '../../../lib/flow/types.ts';
import { fold, onlyFlow, Story } from '../support/observations.ts';

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
  witness: 'person',
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

test('a call for a flow that is gone changes nothing', () => {
  expect(fold([...story.observations, called('z1', 'gone')]).tracker.flows[0]?.calls).toBeUndefined();
});

test('tokens in its answer are tokens of the flow', () => {
  const [flow] = fold([...story.observations, called('z1', id)]).tracker.flows;
  expect(flow && tokensOf(flow).map(({ token, places }) => [token, places])).toEqual([
    [TOKEN, ['id_token in the answer of Code exchange']],
  ]);
});
