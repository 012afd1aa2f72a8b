import { describe, expect, it } from 'vitest';
import { classify } from '../../../lib/flow/classify.ts';
import { flowKind } from '../../../lib/flow/flow-kind.ts';
import type { Observation } from '../../../lib/flow/observation.ts';
import { outcomeOf } from '../../../lib/flow/outcome.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { flowsOf, fold, onlyFlow, Story } from '../support/observations.ts';

const CLIENT = 'https://app.example/callback';
const AUTHORIZE = `https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=s1`;
const ANSWER = `${CLIENT}?code=abc&state=s1`;

const ended = (story: Story) => {
  const flow = onlyFlow(story);
  return { outcome: outcomeOf(flow), status: flow.status, kind: flowKind(flow) };
};

describe('an answer by postMessage', () => {
  const asked = `${AUTHORIZE}&response_mode=web_message`;

  it('ends a silent request with the provider’s page', () => {
    expect(ended(new Story(1, 4).request(`${asked}&prompt=none`).respond(asked))).toEqual({
      outcome: { kind: 'post-message' },
      status: 'unseen',
      kind: 'renewal',
    });
  });

  it('ends when the pop-up that showed the page closes, which is not abandoned', () => {
    const story = new Story(7).opened(1, asked).request(asked).respond(asked);
    expect(onlyFlow(story).status).toBe('open');
    expect(ended(story.closed())).toEqual({
      outcome: { kind: 'post-message' },
      status: 'unseen',
      kind: 'sign-in',
    });
  });

  it.each(['okta_post_message', 'web_message'])('is known by response_mode=%s', (mode) => {
    const url = `${AUTHORIZE}&response_mode=${mode}`;
    expect(ended(new Story(7).request(url).respond(url).closed()).outcome).toEqual({ kind: 'post-message' });
  });

  it('is not assumed when the provider refused or never answered', () => {
    expect(ended(new Story(7).request(asked).closed()).outcome).toEqual({
      kind: 'abandoned',
      why: 'tab closed',
    });
    expect(ended(new Story(1).opened(7, asked).request(asked).respond(asked, 400)).outcome).toEqual({
      kind: 'provider-failed',
      status: 400,
    });
    expect(ended(new Story(1, 4).request(`${asked}&prompt=none`).respond(asked, 503)).outcome).toEqual({
      kind: 'provider-failed',
      status: 503,
    });
  });

  it('is assumed for the page with 400 by which an error of a silent request is sent', () => {
    expect(ended(new Story(1, 4).request(`${asked}&prompt=none`).respond(asked, 400))).toEqual({
      outcome: { kind: 'post-message' },
      status: 'unseen',
      kind: 'renewal',
    });
  });
});

describe('a silent renewal', () => {
  const silent = `${AUTHORIZE}&prompt=none`;
  const refused = (error: string, request: string) =>
    new Story(1, 4)
      .request(request)
      .redirect(request, 302, `${CLIENT}?error=${error}&state=s1`)
      .respond(`${CLIENT}?error=${error}&state=s1`);

  it('that finds nobody signed in was answered as it should be', () => {
    expect(ended(refused('login_required', silent))).toEqual({
      outcome: { kind: 'not-signed-in', error: 'login_required' },
      status: 'completed',
      kind: 'renewal',
    });
  });

  it('fails with any other error, as does a sign-in with that one', () => {
    expect(ended(refused('invalid_scope', silent)).status).toBe('failed');
    expect(ended(refused('login_required', AUTHORIZE))).toEqual({
      outcome: { kind: 'refused', error: 'login_required' },
      status: 'failed',
      kind: 'sign-in',
    });
  });
});

describe('a frame', () => {
  const inFrame = (change: Partial<Observation>) => {
    const story = new Story(1, 4).request(AUTHORIZE).respond(AUTHORIZE);
    return story.observations.map((one) =>
      one.kind === 'response' ? { ...one, ...change } : one,
    ) as Observation[];
  };
  const only = (observations: readonly Observation[]) => fold(observations).tracker.flows[0] as Flow;

  it.each([
    ['DENY', { kind: 'frame-refused', policy: 'DENY' }],
    ["frame-ancestors 'none'", { kind: 'frame-refused', policy: "frame-ancestors 'none'" }],
    ['DENY\nframe-ancestors https://app.example', { kind: 'waiting' }],
    ['SAMEORIGIN', { kind: 'waiting' }],
  ])('whose page says %j', (framing, outcome) => {
    expect(outcomeOf(only(inFrame({ framing })))).toEqual(outcome);
  });

  it('is refused when the browser says so', () => {
    const refused = new Story(1, 4)
      .request(AUTHORIZE)
      .respond(AUTHORIZE)
      .fail(AUTHORIZE, 'net::ERR_BLOCKED_BY_RESPONSE');
    expect(ended(refused)).toMatchObject({ outcome: { kind: 'frame-refused' }, status: 'failed' });
  });

  it('that is gone with its page ends the flow', () => {
    const frame = new Story(1, 4).request(AUTHORIZE).respond(AUTHORIZE);
    const page = new Story(1).at(100).committed('https://app.example/next').observations;
    const { tracker } = fold(frame.observations);
    expect(classify(tracker, page[0] as Observation, CATALOGUE)).toBe('keep');
    expect(outcomeOf(only([...frame.observations, ...page]))).toEqual({ kind: 'frame-removed' });
  });
});

describe('after the callback', () => {
  const done = (): Story => new Story().request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER).respond(ANSWER);

  it('an address of the application that names an error is its error', () => {
    const page = 'https://app.example/login?error=state_mismatch&password=x';
    const story = done().request(page).respond(page);
    expect(ended(story)).toMatchObject({
      outcome: { kind: 'application-error', error: 'state_mismatch' },
      status: 'failed',
    });
    expect(onlyFlow(story).hops.at(-1)).toMatchObject({
      url: 'https://app.example/login?error=state_mismatch&password=',
      role: 'after callback',
    });
  });

  it('a page of the application that fails is its error, and one that is fine is none', () => {
    const page = 'https://app.example/home';
    expect(ended(done().request(page).respond(page, 500)).outcome).toEqual({
      kind: 'application-error',
      status: 500,
    });
    expect(ended(done().request(page).respond(page)).status).toBe('completed');
  });

  it('pages of others, and of later, are not kept', () => {
    const { tracker } = fold(done().observations);
    const keeps = (story: Story) => classify(tracker, story.observations.at(-1) as Observation, CATALOGUE);
    expect(keeps(new Story().request(CLIENT).at(5_000).request('https://app.example/home'))).toBe('keep');
    expect(keeps(new Story().request(CLIENT).at(5_000).request('https://news.example/home'))).toBe('drop');
    expect(keeps(new Story().request(CLIENT).at(20_000).request('https://app.example/home'))).toBe('drop');
    expect(keeps(new Story(2).at(5_000).request('https://app.example/home'))).toBe('drop');
  });

  const rounds = (count: number, change = ''): Story => {
    const story = new Story();
    for (let round = 1; round <= count; round++) {
      const url = `${AUTHORIZE.replace('s1', `s${round}`)}${round > 1 ? change : ''}`;
      const answer = ANSWER.replace('abc', `abc${round}`).replace('s1', `s${round}`);
      story.request(url).redirect(url, 302, answer).respond(answer);
    }
    return story;
  };

  it('the same client that begins again at once started over', () => {
    expect(flowsOf(rounds(2)).map((flow) => outcomeOf(flow).kind)).toEqual(['started-again', 'granted']);
  });

  it('a request for more is another request', () => {
    expect(flowsOf(rounds(2, '&scope=more')).map((flow) => outcomeOf(flow).kind)).toEqual([
      'granted',
      'granted',
    ]);
  });

  it('five rounds are a login loop, which is said once', () => {
    const loops = flowsOf(rounds(8)).map((flow) => outcomeOf(flow).kind === 'login-loop');
    expect(loops).toEqual([false, false, false, false, true, false, false, false]);
  });
});

describe('a logout', () => {
  const back = 'https://app.example/bye';
  const url = (fields: string) => `https://as.example/logout?${fields}`;
  const standard = `id_token_hint=eyJhbGciOiJub25lIn0.e30.&post_logout_redirect_uri=${encodeURIComponent(back)}`;

  it.each([
    ['the standard’s', standard],
    ['Amazon Cognito’s', `client_id=c1&logout_uri=${encodeURIComponent(back)}`],
    ['Auth0’s', `client_id=c1&returnTo=${encodeURIComponent(back)}`],
  ])('is a flow of its own by %s names, and ends where it was sent back to', (_, fields) => {
    const story = new Story()
      .request(url(fields))
      .redirect(url(fields), 302, back)
      .respond(back)
      .committed(back);
    expect(classify(fold([]).tracker, story.observations[0] as Observation, CATALOGUE)).toBe('keep');
    expect(ended(story)).toEqual({
      outcome: { kind: 'logged-out', back: true },
      status: 'completed',
      kind: 'logout',
    });
    expect(onlyFlow(story).hops.map(({ role }) => role)).toEqual(['logout request', 'logout return']);
  });

  it('has its state compared', () => {
    const sent = url(`${standard}&state=s1`);
    const came = (state: string) =>
      new Story().request(sent).redirect(sent, 302, `${back}?state=${state}`).respond(back);
    expect(ended(came('s1')).status).toBe('completed');
    expect(ended(came('s2')).outcome).toEqual({ kind: 'state-mismatch', sent: 's1', received: 's2' });
  });

  it('that asks for no return ends with the provider’s page, one that does waits', () => {
    const plain = url('id_token_hint=eyJhbGciOiJub25lIn0.e30.');
    expect(ended(new Story().request(plain).respond(plain)).outcome).toEqual({
      kind: 'logged-out',
      back: false,
    });
    expect(ended(new Story().request(url(standard)).respond(url(standard))).outcome).toEqual({
      kind: 'waiting',
    });
  });

  it('ends with the page of the provider that follows the person’s confirmation, also when the tab closes', () => {
    const confirm = 'https://as.example/logout/confirm';
    const done = 'https://as.example/logout/success';
    const story = () =>
      new Story()
        .request(url(standard))
        .respond(url(standard))
        .request(confirm, { method: 'POST' })
        .redirect(confirm, 303, done)
        .respond(done);
    const atProvider = { kind: 'logged-out', back: false };
    expect(ended(story())).toEqual({ outcome: atProvider, status: 'completed', kind: 'logout' });
    expect(ended(story().closed()).outcome).toEqual(atProvider);
    expect(ended(story().request(back).respond(back)).outcome).toEqual({ kind: 'logged-out', back: true });
  });

  it('is no authorize request with a hint, and not a page that returns somewhere', () => {
    expect(
      flowKind(onlyFlow(new Story().request(`${AUTHORIZE}&id_token_hint=eyJhbGciOiJub25lIn0.e30.`))),
    ).toBe('sign-in');
    expect(flowsOf(new Story().request('https://shop.example/login?returnTo=%2Fcart'))).toEqual([]);
  });
});
