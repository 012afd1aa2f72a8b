import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../lib/flow/outcome.ts';
import { flowsOf, onlyFlow, Story, valuesOf } from '../support/observations.ts';

const CLIENT = 'https://app.example/callback';
const AUTHORIZE = `https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=s1`;
const ANSWER = `${CLIENT}?code=abc&state=s1`;

describe('the same authorize request once more', () => {
  it.each([
    ['by a page of the provider', { initiator: 'https://as.example' }],
    ['by a reload', {}],
    ['by a script of the client', { initiator: 'https://app.example' }],
  ])('%s is the same flow, reloaded', (_, options) => {
    const story = new Story()
      .request(AUTHORIZE)
      .respond(AUTHORIZE)
      .request(AUTHORIZE, options)
      .redirect(AUTHORIZE, 302, ANSWER)
      .respond(ANSWER);
    const flow = onlyFlow(story);
    expect(flow).toMatchObject({ status: 'completed', marks: ['reloaded'] });
    expect(flow.hops.map(({ role }) => role)).toEqual(['authorize request', 'authorize request', 'callback']);
  });

  it('is the same flow when the provider’s consent page repeats it without state', () => {
    const consent = `https://as.example/consent?client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&scope=a`;
    const story = new Story()
      .request(AUTHORIZE)
      .respond(AUTHORIZE)
      .request(consent, { initiator: 'https://as.example' })
      .redirect(consent, 302, ANSWER)
      .respond(ANSWER);
    expect(onlyFlow(story).hops.map(({ role }) => role)).toEqual([
      'authorize request',
      'provider',
      'callback',
    ]);
  });
});

describe('frames', () => {
  it('a page of the main frame at the redirect URI does not answer the flow of a frame', () => {
    const frame = new Story(1, 7).request(AUTHORIZE).respond(AUTHORIZE);
    const flows = flowsOf(frame, new Story(1, 0).at(50).request(CLIENT).respond(CLIENT).committed(CLIENT));
    expect(flows.map(({ frameId, callback }) => [frameId, callback])).toEqual([[7, undefined]]);
  });

  it('a frame’s flow is answered in the main frame by its state', () => {
    const frame = new Story(1, 7).request(AUTHORIZE).respond(AUTHORIZE);
    const [flow] = flowsOf(frame, new Story(1, 0).at(50).request(ANSWER).respond(ANSWER));
    expect(flow && valuesOf(flow)).toEqual({ code: 'abc', state: 's1' });
  });
});

describe('back to an application whose start page is its redirect URI', () => {
  it.each([
    ['from the back/forward cache', new Story().request(AUTHORIZE).respond(AUTHORIZE).committed(AUTHORIZE)],
    ['without access to any host', new Story().navigating(AUTHORIZE).committed(AUTHORIZE)],
    ['loaded again', new Story().request(AUTHORIZE).respond(AUTHORIZE).request(CLIENT).respond(CLIENT)],
  ])('is no callback: %s', (_, story) => {
    const flow = onlyFlow(story.committed(CLIENT, 'person'));
    expect(flow.callback).toBeUndefined();
    expect(outcomeOf(flow)).toEqual({ kind: 'abandoned', why: 'left by the user' });
  });
});

describe('a callback that its application hands on', () => {
  const request = AUTHORIZE.replace('response_type=code', 'response_type=code%20id_token');
  const token = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.';
  const inFragment = `${CLIENT}#code=abcdefgh12&id_token=${token}&state=s1`;

  it('as a form belongs to the flow', () => {
    const story = new Story()
      .request(request)
      .redirect(request, 302, inFragment)
      .respond(inFragment)
      .request('https://app.example/signin', {
        method: 'POST',
        body: {
          kind: 'form',
          fields: [
            ['code', 'abcdefgh12'],
            ['state', 's1'],
          ],
        },
      });
    expect(onlyFlow(story).hops.map(({ role }) => role)).toEqual([
      'authorize request',
      'callback',
      'after callback',
    ]);
  });

  it('in another URL of the same origin belongs to the flow, and from another origin it does not', () => {
    const next = (host: string) => {
      const url = `https://${host}/finish?code=abcdefgh12&state=s1`;
      const answer = ANSWER.replace('code=abc', 'code=abcdefgh12');
      return new Story()
        .request(AUTHORIZE)
        .redirect(AUTHORIZE, 302, answer)
        .respond(answer)
        .request(url)
        .respond(url)
        .committed(url);
    };
    expect(flowsOf(next('app.example')).map(({ hops }) => hops.length)).toEqual([3]);
    expect(flowsOf(next('other.example'))).toHaveLength(2);
  });
});

it('a callback that a service worker answers is a hop', () => {
  const story = new Story().request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER, false).committed(ANSWER);
  const flow = onlyFlow(story);
  expect(flow.hops.map(({ role, url }) => [role, url])).toEqual([
    ['authorize request', AUTHORIZE],
    ['callback', ANSWER],
  ]);
  expect(flow.status).toBe('completed');
});

describe('a pushed request', () => {
  const PUSHED =
    'https://as.example/authorize?client_id=c1&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Ax';

  it('is answered by a callback of which nothing but the code is known', () => {
    const answer = `${CLIENT}?code=abc`;
    const flow = onlyFlow(new Story().request(PUSHED).redirect(PUSHED, 302, answer).respond(answer));
    expect(flow).toMatchObject({ status: 'completed', callback: { url: answer, recognition: 'parameters' } });
  });

  it('with a pushed nested authorization is answered by its own callback, not by the broker’s', () => {
    const inner =
      'https://idp.example/authorize?client_id=as&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Ay';
    const back = 'https://federation.as-login.example/back?code=inner';
    const answer = `${CLIENT}?code=abc`;
    const story = new Story()
      .request(PUSHED)
      .redirect(PUSHED, 302, inner)
      .redirect(inner, 302, back)
      .redirect(back, 302, answer)
      .respond(answer);
    const flow = onlyFlow(story);
    expect(flow.callback?.url).toBe(answer);
    expect(flow.hops.map(({ role }) => role)).toEqual([
      'authorize request',
      'broker',
      'provider',
      'callback',
    ]);
  });
});

it('takes a callback with another state for another attempt, although its request was missed in the same tab', () => {
  const site = 'https://one.example';
  const attempt = (state: string) => `${site}/cb?code=code-of-${state}&state=${state}`;
  const first = `${site}/authorize?response_type=code&client_id=c&redirect_uri=${encodeURIComponent(`${site}/cb`)}&state=6f1d0c52-first`;
  const story = new Story()
    .request(first)
    .redirect(first, 302, attempt('6f1d0c52-first'))
    .request(`${site}/step?2`)
    .redirect(`${site}/step?2`, 302, attempt('0b7e91aa-second'));
  expect(flowsOf(story).map(({ callback }) => callback?.response.values.state?.value)).toEqual([
    '6f1d0c52-first',
    '0b7e91aa-second',
  ]);
});
