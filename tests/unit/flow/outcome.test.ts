import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../lib/flow/outcome.ts';
import { type Outcome, statusOf } from '../../../lib/flow/outcome-types.ts';
import { summarise } from '../../../lib/flow/summary.ts';
import type { FlowCall } from '../../../lib/flow/types.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { onlyFlow, Story } from '../support/observations.ts';

const CLIENT = 'https://app.example/callback';
const AUTHORIZE = `https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=s1`;
const answered = (answer: string, status = 200, request = AUTHORIZE): Story =>
  new Story()
    .request(request)
    .redirect(request, 302, `${CLIENT}?${answer}`)
    .respond(`${CLIENT}?${answer}`, status);

const BY_MESSAGE = `${AUTHORIZE}&response_mode=web_message&prompt=none`;
const BY_FORM = `${AUTHORIZE}&response_mode=form_post`;

/** The exchange of a code, answered. */
const exchangeAnswered = (status: number, body: string): FlowCall => ({
  ...{ id: 'c', profileId: 'oauth', stepId: 'code', name: 'Exchange', at: 1, elapsed: 1, method: 'POST' },
  ...{ url: 'https://as.example/token', encoding: 'form', status, body },
  fields: [{ in: 'form', name: 'grant_type', value: 'authorization_code' }],
});

describe('the outcome of an attempt', () => {
  it.each<[string, Story, Outcome, string]>([
    ['nothing came', new Story().request(AUTHORIZE), { kind: 'waiting' }, 'open'],
    [
      'a code came and the application answered',
      answered('code=a&state=s1'),
      { kind: 'granted', granted: 'code', exchange: 'not-observed' },
      'completed',
    ],
    [
      'the application has not answered yet',
      new Story().request(AUTHORIZE).redirect(AUTHORIZE, 302, `${CLIENT}?code=a&state=s1`),
      { kind: 'arriving', granted: 'code' },
      'open',
    ],
    [
      'another state came back',
      answered('code=a&state=s2'),
      { kind: 'state-mismatch', sent: 's1', received: 's2' },
      'failed',
    ],
    ['no state came back', answered('code=a'), { kind: 'state-mismatch', sent: 's1' }, 'failed'],
    [
      'a state came back that was never sent',
      answered('code=a&state=s1', 200, AUTHORIZE.replace('&state=s1', '')),
      { kind: 'state-mismatch', received: 's1' },
      'failed',
    ],
    [
      'an error came with another state',
      answered('error=access_denied&state=s2'),
      { kind: 'state-mismatch', sent: 's1', received: 's2' },
      'failed',
    ],
    [
      'nobody listens at the redirect URI',
      new Story()
        .request(AUTHORIZE)
        .redirect(AUTHORIZE, 302, `${CLIENT}?code=a&state=s1`)
        .fail(`${CLIENT}?code=a&state=s1`),
      { kind: 'unreachable', error: 'net::ERR_CONNECTION_REFUSED' },
      'failed',
    ],
    [
      'the callback was not found',
      answered('code=a&state=s1', 404),
      { kind: 'callback-failed', status: 404 },
      'failed',
    ],
    [
      'the application failed',
      answered('code=a&state=s1', 500),
      { kind: 'callback-failed', status: 500 },
      'failed',
    ],
    [
      'the provider refused',
      answered('error=access_denied&state=s1'),
      { kind: 'refused', error: 'access_denied' },
      'failed',
    ],
    ['nothing was in it', answered('state=s1'), { kind: 'no-answer' }, 'failed'],
    [
      'the provider answered with an error',
      new Story().request(AUTHORIZE).respond(AUTHORIZE, 400),
      { kind: 'provider-failed', status: 400 },
      'failed',
    ],
    [
      'the tab was closed',
      new Story().request(AUTHORIZE).respond(AUTHORIZE).closed(),
      { kind: 'abandoned', why: 'tab closed' },
      'abandoned',
    ],
  ])('when %s', (_, story, outcome, status) => {
    const flow = onlyFlow(story);
    expect([outcomeOf(flow), flow.status]).toEqual([outcome, status]);
  });

  it('of a pushed request is no mismatch, since its state is not visible', () => {
    const request =
      'https://as.example/authorize?client_id=c1&request_uri=urn%3Ax&redirect_uri=https%3A%2F%2Fapp.example%2Fcallback';
    expect(outcomeOf(onlyFlow(answered('code=a&state=s9', 200, request)))).toEqual({
      kind: 'granted',
      granted: 'code',
      exchange: 'not-observed',
    });
  });

  it('of a posted callback that is seen without access is not visible, never failed', () => {
    const posted = (mode: string) =>
      onlyFlow(
        new Story().navigating(`${AUTHORIZE}${mode}`).committed(`${AUTHORIZE}${mode}`).committed(CLIENT),
      );
    expect(outcomeOf(posted('&response_mode=form_post'))).toEqual({ kind: 'content-not-visible' });
    expect(posted('&response_mode=form_post').status).toBe('unseen');
    expect(outcomeOf(posted('&response_mode=query'))).toEqual({ kind: 'no-answer' });
  });

  it('is not good when a rule found an error, and a warning changes nothing', () => {
    const flow = onlyFlow(answered('code=a&state=s1'));
    const warned = [{ rule: 'AR15', severity: 'warning' }] as const;
    const wrong = [
      ...warned,
      { rule: 'CB09', severity: 'error' },
      { rule: 'CB10', severity: 'error' },
    ] as const;
    expect(outcomeOf(flow, warned).kind).toBe('granted');
    expect(outcomeOf(flow, wrong)).toEqual({ kind: 'has-errors', granted: 'code', rule: 'CB09', count: 2 });
    expect(summarise(flow, wrong, CATALOGUE)).toMatchObject({ status: 'failed', errors: 2, warnings: 1 });
  });

  it.each([
    ['succeeded', 200, '{"access_token":"t"}', 'completed', { exchangedAt: 2 }],
    ['failed', 400, '{"error":"invalid_grant"}', 'failed', { exchangeError: 'invalid_grant' }],
    [
      'failed',
      200,
      '{"error":"bad_verification_code"}',
      'failed',
      { exchangeError: 'bad_verification_code' },
    ],
    ['failed', 502, '<html>', 'failed', { exchangeError: 'HTTP 502' }],
  ] as const)('says that the exchange %s when it was answered %i %s', (exchange, status, body, of, more) => {
    const call = exchangeAnswered(status, body);
    const outcome = outcomeOf({ ...onlyFlow(answered('code=a&state=s1')), calls: [call] });
    expect([outcome, statusOf(outcome)]).toEqual([
      { kind: 'granted', granted: 'code', exchange, ...more },
      of,
    ]);
  });

  it.each([
    ['by postMessage', new Story(1, 4).request(BY_MESSAGE).respond(BY_MESSAGE)],
    ['in a body without access to it', new Story().navigating(BY_FORM).committed(BY_FORM).committed(CLIENT)],
  ])('of an answer %s is what its exchange says', (_, story) => {
    const flow = onlyFlow(story);
    expect(statusOf(outcomeOf(flow))).toBe('unseen');
    const tokens = { ...flow, calls: [exchangeAnswered(200, '{"access_token":"t"}')] };
    const granted = { kind: 'granted', granted: 'code' };
    expect(outcomeOf(tokens)).toEqual({ ...granted, exchange: 'succeeded', exchangedAt: 2 });
    expect(outcomeOf(tokens, [{ rule: 'TK01', severity: 'error' }])).toEqual({
      kind: 'has-errors',
      granted: 'code',
      rule: 'TK01',
      count: 1,
    });
    const refused = { ...flow, calls: [exchangeAnswered(400, '{"error":"invalid_grant"}')] };
    expect(outcomeOf(refused)).toEqual({ ...granted, exchange: 'failed', exchangeError: 'invalid_grant' });
  });
});
