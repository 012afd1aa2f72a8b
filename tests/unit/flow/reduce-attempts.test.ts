import { describe, expect, it } from 'vitest';
import { flowsOf, onlyFlow, Story, valuesOf } from '../support/observations.ts';

const CLIENT = 'https://app.example/callback';
const AUTHORIZE = `https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=s1`;
const ANSWER = `${CLIENT}?code=abc&state=s1`;

const simple = (): Story =>
  new Story().request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER).respond(ANSWER).committed(ANSWER);

describe('a broker', () => {
  const INNER =
    'https://idp.example/authorize?response_type=code&client_id=as&redirect_uri=https%3A%2F%2Fas.example%2Ffederation&state=inner';
  const BACK = 'https://as.example/federation?code=inner-code&state=inner';

  it('is a hop when the provider redirects to it', () => {
    const story = new Story()
      .request(AUTHORIZE)
      .redirect(AUTHORIZE, 302, INNER)
      .redirect(INNER, 302, BACK)
      .redirect(BACK, 302, ANSWER)
      .respond(ANSWER);
    const flow = onlyFlow(story);
    expect(flow.hops.map(({ role }) => role)).toEqual([
      'authorize request',
      'broker',
      'provider',
      'callback',
    ]);
    expect(valuesOf(flow)).toEqual({ code: 'abc', state: 's1' });
  });

  it('is a hop when a page of the provider leads to it', () => {
    const story = new Story()
      .request(AUTHORIZE)
      .respond(AUTHORIZE)
      .request(INNER, { initiator: 'https://as.example' })
      .respond(INNER)
      .request(BACK, { initiator: 'https://idp.example' })
      .redirect(BACK, 302, ANSWER)
      .respond(ANSWER);
    expect(onlyFlow(story)).toMatchObject({ status: 'completed', nested: [{ state: 'inner' }] });
  });
});

describe('attempts in one tab', () => {
  it('abandons the open one when the client starts over', () => {
    const again = AUTHORIZE.replace('state=s1', 'state=s2');
    const answer = ANSWER.replace('state=s1', 'state=s2');
    const story = new Story()
      .request(AUTHORIZE)
      .respond(AUTHORIZE)
      .request(again)
      .redirect(again, 302, answer)
      .respond(answer);
    expect(flowsOf(story).map(({ status, abandoned }) => ({ status, abandoned }))).toEqual([
      { status: 'abandoned', abandoned: 'started again' },
      { status: 'completed', abandoned: undefined },
    ]);
  });

  it('starts a new one when the callback of the last leads straight to another request', () => {
    const refused = `${CLIENT}?error=login_required&state=s1`;
    const again = AUTHORIZE.replace('state=s1', 'state=s2');
    const story = new Story()
      .request(AUTHORIZE)
      .redirect(AUTHORIZE, 302, refused)
      .redirect(refused, 302, again)
      .redirect(again, 302, ANSWER.replace('s1', 's2'))
      .respond(ANSWER);
    expect(flowsOf(story).map(({ status }) => status)).toEqual(['failed', 'completed']);
  });

  it('is abandoned when the tab is closed', () => {
    const story = new Story().request(AUTHORIZE).respond(AUTHORIZE).closed();
    expect(onlyFlow(story)).toMatchObject({ status: 'abandoned', abandoned: 'tab closed' });
  });

  it('is abandoned when a person leaves by the address bar, and keeps no trace of where they went', () => {
    const story = new Story()
      .request(AUTHORIZE)
      .respond(AUTHORIZE)
      .request('https://news.example/')
      .respond('https://news.example/');
    const flow = onlyFlow(story.committed('https://news.example/', 'person'));
    expect(flow).toMatchObject({ status: 'abandoned', abandoned: 'left by the user' });
    expect(flow.hops.map(({ url }) => url)).toEqual([AUTHORIZE]);
  });

  it('takes a late callback of an abandoned attempt by its state', () => {
    const story = new Story().request(AUTHORIZE).respond(AUTHORIZE).closed();
    const late = new Story(2).at(100).request(ANSWER).respond(ANSWER);
    const flows = flowsOf(story, late);
    expect(flows).toHaveLength(1);
    expect(flows[0]).toMatchObject({
      status: 'completed',
      callback: { recognition: 'redirect-uri-and-state' },
    });
  });
});

describe('tabs and frames', () => {
  it('keeps two flows in two tabs apart', () => {
    const other = AUTHORIZE.replace('state=s1', 'state=s2');
    const first = new Story(1).request(AUTHORIZE);
    const second = new Story(2).request(other).redirect(other, 302, ANSWER.replace('s1', 's2'));
    first.at(50).redirect(AUTHORIZE, 302, ANSWER);
    const flows = flowsOf(first, second);
    expect(flows.map((flow) => [flow.tabId, valuesOf(flow).state])).toEqual([
      [1, 's1'],
      [2, 's2'],
    ]);
  });

  it('ties a pop-up to its opener, also when the opener is told of late', () => {
    const story = new Story(7).at(10).request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER);
    const flow = onlyFlow(story.at(5).opened(1, AUTHORIZE));
    expect(flow).toMatchObject({ tabId: 7, openerTabId: 1, marks: ['in-popup'] });
  });

  it('marks a flow in an iframe', () => {
    const story = new Story(1, 12).request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER);
    expect(onlyFlow(story)).toMatchObject({ frameId: 12, marks: ['in-frame'] });
  });

  it('marks a flow of a private window', () => {
    expect(onlyFlow(simple().identified(true))).toMatchObject({ private: true, marks: ['private'] });
  });
});
