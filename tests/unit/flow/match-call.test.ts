import { describe, expect, it } from 'vitest';
import { flowOfCall } from '../../../lib/flow/match-call.ts';
import { flowsOf, Story } from '../support/observations.ts';

const CALLBACK = 'https://app.example/cb';

function signIn(tabId: number, state: string, extra = ''): Story {
  const authorize = `https://op.example/authorize?response_type=code&client_id=app&redirect_uri=${encodeURIComponent(CALLBACK)}&state=${state}${extra}`;
  const callback = `${CALLBACK}?code=code-${state}&state=${state}`;
  return new Story(tabId).request(authorize).redirect(authorize, 302, callback);
}

describe('flowOfCall', () => {
  const flows = flowsOf(signIn(1, 'one', '&code_challenge=challenge-one'), signIn(2, 'two'));
  const [one, two] = flows.toSorted((a, b) => a.tabId - b.tabId);
  const now = (one?.callback?.at ?? 0) + 1_000;
  const client = { clientId: 'app', redirectUri: CALLBACK };

  it('finds the flow of the code', () => {
    expect(flowOfCall(flows, { code: 'code-one', ...client }, now)?.id).toBe(one?.id);
    expect(flowOfCall(flows, { code: 'code-two' }, now)?.id).toBe(two?.id);
  });

  it('finds the flow of the verifier when the code is another', () => {
    expect(flowOfCall(flows, { code: 'spent', challenge: 'challenge-one' }, now)?.id).toBe(one?.id);
  });

  it('takes the last flow of the client when nothing of the call is known, for ten minutes', () => {
    expect(flowOfCall(flows, { code: 'wrong', ...client }, now)?.tabId).toBeDefined();
    expect(flowOfCall(flows, { code: 'wrong', ...client }, now + 3_600_000)).toBeUndefined();
    expect(flowOfCall(flows, { code: 'wrong', clientId: 'another' }, now)).toBeUndefined();
  });

  it('finds the flow of a pushed request, and the last one at a provider', () => {
    const pushed = flowsOf(
      new Story(3).request('https://par.example/authorize?client_id=app&request_uri=urn%3Aone'),
    );
    const all = [...flows, ...pushed];
    expect(flowOfCall(all, { requestUri: 'urn:one' }, now)?.tabId).toBe(3);
    expect(flowOfCall(all, { requestUri: 'urn:two' }, now)).toBeUndefined();
    expect(flowOfCall(all, { provider: 'https://par.example' }, now)?.tabId).toBe(3);
    expect(flowOfCall(all, { provider: 'https://par.example' }, now + 3_600_000)).toBeUndefined();
    expect(flowOfCall(all, { provider: 'https://other.example' }, now)).toBeUndefined();
  });

  it('finds the flow whose token response brought the token', () => {
    const call = {
      id: 'c',
      profileId: 'openid',
      stepId: 's',
      name: 'n',
      at: 1,
      elapsed: 1,
      method: 'POST',
      url: 'https://op.example/token',
      encoding: 'form',
      fields: [],
      body: '{"access_token":"at","refresh_token":"rt"}',
    } as const;
    const known = flows.map((flow) => (flow === one ? { ...flow, calls: [call] } : flow));
    expect(['at', 'rt', 'x'].map((token) => flowOfCall(known, { token }, now)?.id)).toEqual([
      one?.id,
      one?.id,
      undefined,
    ]);
  });
});
