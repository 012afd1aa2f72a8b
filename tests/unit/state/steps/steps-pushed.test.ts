import { expect, test } from 'vitest';
import { sentResultsOf } from '../../../../lib/calls/results-of.ts';
import { s256Challenge } from '../../../../lib/oauth/pkce.ts';
import { OPENID_PUSHED_STEP } from '../../../../lib/providers/openid-pushed-step.ts';
import { createStepsGenerated } from '../../../../lib/state/steps/steps-generated.ts';
import { pushedLaunch } from '../../../../lib/state/steps/steps-pushed.ts';

const SENT = {
  'form client_id': 'c',
  'form redirect_uri': 'http://127.0.0.1/cb',
  'form state': 's',
  'form nonce': 'n',
  'form code_challenge': 'challenge',
};
const verifierOf = (challenge: string): string | undefined =>
  challenge === 'challenge' ? 'verifier' : undefined;

test('a pushed request is remembered under its state, with the verifier of its challenge', () => {
  expect(pushedLaunch(OPENID_PUSHED_STEP, SENT, verifierOf)).toEqual({
    state: 's',
    facts: { codeVerifier: 'verifier', redirectUri: 'http://127.0.0.1/cb', nonce: 'n' },
  });
});

test('without a state, or with somebody else’s challenge, nothing is remembered', () => {
  expect(pushedLaunch(OPENID_PUSHED_STEP, { ...SENT, 'form state': '' }, verifierOf)).toBeUndefined();
  const typed = { ...SENT, 'form code_challenge': 'typed' };
  expect(pushedLaunch(OPENID_PUSHED_STEP, typed, verifierOf)).toBeUndefined();
});

test('what was pushed is offered to the launch, empty values left out', () => {
  expect(sentResultsOf(OPENID_PUSHED_STEP, { ...SENT, 'form nonce': '' })).toEqual([
    { name: 'client_id', value: 'c', secret: false },
    { name: 'redirect_uri', value: 'http://127.0.0.1/cb', secret: false },
    { name: 'state', value: 's', secret: false },
    { name: 'code_challenge', value: 'challenge', secret: false },
  ]);
});

test('a code challenge is made with its verifier, and again for each run', async () => {
  let byte = 0;
  const fresh = createStepsGenerated({
    now: () => 0,
    random: (length) => new Uint8Array(length).fill(++byte),
  });
  const challenge = (): string => fresh.values.value['pushed-request form code_challenge'] ?? '';
  fresh.fill([OPENID_PUSHED_STEP]);
  await expect.poll(challenge).not.toBe('');
  const first = challenge();
  expect(await s256Challenge(fresh.verifierOf(first) ?? '')).toBe(first);
  fresh.renewOnce(OPENID_PUSHED_STEP);
  await expect.poll(challenge).not.toBe(first);
  expect(await s256Challenge(fresh.verifierOf(challenge()) ?? '')).toBe(challenge());
});
