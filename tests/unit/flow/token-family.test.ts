import { describe, expect, it } from 'vitest';
import { tokenFamily } from '../../../lib/flow/token-family.ts';
import type { FlowCall } from '../../../lib/flow/types.ts';
import { redact } from '../../../lib/index.ts';
import { answered } from '../rules/support/flows.ts';

type Refresh = FlowCall['refresh'];

function tokenCall(at: number, grant: string, refresh: Refresh, more: Partial<FlowCall> = {}): FlowCall {
  return {
    id: `page-${at}-x`,
    seenBy: 'devtools.network',
    profileId: 'oauth',
    stepId: 'page:token',
    name: 'Token request of the page',
    at,
    elapsed: 1,
    method: 'POST',
    url: 'https://as.example/token',
    encoding: 'form',
    fields: [{ in: 'form', name: 'grant_type', value: grant }],
    status: 200,
    body: '{}',
    ...(refresh ? { refresh } : {}),
    ...more,
  };
}

const of = (calls: readonly FlowCall[]) =>
  tokenFamily(calls).map(({ rotation, reusedAfter }) => [rotation, reusedAfter]);

const exchange = tokenCall(0, 'authorization_code', { given: 'r1' });

describe('tokenFamily', () => {
  it('follows the refresh token through its rotations by fingerprints', () => {
    const calls = [
      exchange,
      tokenCall(1_000, 'refresh_token', { sent: 'r1', given: 'r2' }),
      tokenCall(2_000, 'refresh_token', { sent: 'r2', given: 'r3' }),
      tokenCall(3_000, 'refresh_token', { sent: 'r3' }),
    ];
    expect(of(calls)).toEqual([
      ['issued', undefined],
      ['rotated', undefined],
      ['rotated', undefined],
      ['kept', undefined],
    ]);
  });

  it('finds the one that two tabs sent at once, whether it was refused or given a third', () => {
    const first = tokenCall(1_000, 'refresh_token', { sent: 'r1', given: 'r2' });
    const refused = tokenCall(1_200, 'refresh_token', { sent: 'r1' }, { status: 400 });
    const given = tokenCall(1_200, 'refresh_token', { sent: 'r1', given: 'r3' });
    expect(of([exchange, first, refused]).at(-1)).toEqual(['refused', 200]);
    expect(of([exchange, first, given]).at(-1)).toEqual(['rotated', 200]);
  });

  it('finds it without bodies when the second use was refused, and says nothing when it was not', () => {
    const unseen = (at: number, status: number): FlowCall => {
      const { body: _, ...call } = tokenCall(at, 'refresh_token', { sent: 'r1' }, { status });
      return call;
    };
    expect(of([unseen(1, 200), unseen(5, 400)])).toEqual([
      ['unseen', undefined],
      ['refused', 4],
    ]);
    expect(of([unseen(1, 200), unseen(5, 200)]).at(-1)).toEqual(['unseen', undefined]);
  });

  it('leaves a provider alone that does not rotate', () => {
    const calls = [1, 2, 3].map((at) => tokenCall(at, 'refresh_token', { sent: 'r1', given: 'r1' }));
    expect(of(calls)).toEqual([1, 2, 3].map(() => ['kept', undefined]));
  });

  it('gives no fingerprint away in an export', () => {
    const refresh = { sent: 'Zm9vYmFyLTAx', given: 'c2Vjb25kLTAy' };
    const text = JSON.stringify(redact({ ...answered(), calls: [tokenCall(1, 'refresh_token', refresh)] }));
    expect(text).toContain('page:token');
    expect(text).not.toContain(refresh.sent);
    expect(text).not.toContain(refresh.given);
  });
});
