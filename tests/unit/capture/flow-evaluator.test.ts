import { describe, expect, it } from 'vitest';
import { createFlowEvaluator } from '../../../lib/capture/flow-evaluator.ts';
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

describe('evaluating flows one at a time', () => {
  it('finds what a later flow repeats, and blames the later one only', () => {
    const evaluate = createFlowEvaluator(
      () => NOW,
      () => CATALOGUE,
    );
    expect(evaluate.evaluate(flow('first', NOW)).errors).toBe(0);
    const second = flow('second', NOW + 1);
    // state and code_challenge by AR16, code by CB20
    expect(evaluate.evaluate(second).errors).toBe(3);
    expect(evaluate.evaluate(flow('first', NOW)).errors).toBe(0);
    expect(evaluate.others(second).map(({ id }) => id)).toEqual(['first']);
    evaluate.forget('first');
    expect(evaluate.evaluate(second).errors).toBe(0);
  });

  it('knows flows of which only the row is left', () => {
    const evaluate = createFlowEvaluator(
      () => NOW,
      () => CATALOGUE,
    );
    const row = evaluate.evaluate(flow('archived', NOW - 60_000));
    evaluate.begin([row]);
    // state by AR16, code by CB20
    expect(evaluate.evaluate(flow('new', NOW)).errors).toBe(2);
  });

  it('counts no finding of a rule that is silenced for the profile', () => {
    const evaluate = createFlowEvaluator(
      () => NOW,
      () => CATALOGUE,
    );
    const wrong = flow('wrong', NOW, callbackUrl({ state: 'other' }));
    expect(evaluate.evaluate(wrong).errors).toBe(1);
    expect(evaluate.silence({ [wrong.profileId]: ['CB01'] })).toEqual(new Set([wrong.profileId]));
    expect(evaluate.evaluate(wrong).errors).toBe(0);
    evaluate.silence({});
    expect(evaluate.evaluate(wrong).errors).toBe(1);
  });
});
