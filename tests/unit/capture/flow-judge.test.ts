import { describe, expect, it } from 'vitest';
import { createFlowJudge } from '../../../lib/capture/flow-judge.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { answered, authorizeUrl, callbackUrl, NOW } from '../rules/support/flows.ts';
import { CATALOGUE } from '../support/catalogue.ts';

const STATE = 'h4DqG1WJ0tq2nRZp0bJpXw3mQ9sVt8Lk';
const sound = authorizeUrl({
  state: STATE,
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
});
const flow = (id: string, startedAt: number, callback = callbackUrl({ state: STATE })): Flow => ({
  ...answered(sound, callback),
  id,
  startedAt,
});

describe('judging flows one at a time', () => {
  it('finds what a later flow repeats, and blames the later one only', () => {
    const judge = createFlowJudge(
      () => NOW,
      () => CATALOGUE,
    );
    expect(judge.judge(flow('first', NOW)).errors).toBe(0);
    const second = flow('second', NOW + 1);
    // state and code_challenge by AR16, code by CB20
    expect(judge.judge(second).errors).toBe(3);
    expect(judge.judge(flow('first', NOW)).errors).toBe(0);
    expect(judge.others(second).map(({ id }) => id)).toEqual(['first']);
    judge.forget('first');
    expect(judge.judge(second).errors).toBe(0);
  });

  it('knows flows of which only the row is left', () => {
    const judge = createFlowJudge(
      () => NOW,
      () => CATALOGUE,
    );
    const row = judge.judge(flow('archived', NOW - 60_000));
    judge.begin([row]);
    // state by AR16, code by CB20
    expect(judge.judge(flow('new', NOW)).errors).toBe(2);
  });

  it('counts no finding of a rule that is silenced for the profile', () => {
    const judge = createFlowJudge(
      () => NOW,
      () => CATALOGUE,
    );
    const wrong = flow('wrong', NOW, callbackUrl({ state: 'other' }));
    expect(judge.judge(wrong).errors).toBe(1);
    expect(judge.silence({ [wrong.profileId]: ['CB01'] })).toEqual(new Set([wrong.profileId]));
    expect(judge.judge(wrong).errors).toBe(0);
    judge.silence({});
    expect(judge.judge(wrong).errors).toBe(1);
  });
});
