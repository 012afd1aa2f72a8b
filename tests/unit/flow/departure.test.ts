import { describe, expect, it } from 'vitest';
import { flowsOf, onlyFlow, Story } from '../support/observations.ts';

const CLIENT = 'https://app.example/cb';
const AS = 'https://as.example';
const SHOP = 'https://shop.example';
const AUTHORIZE = `${AS}/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=s1`;
const ANSWER = `${CLIENT}?code=abc&state=s1`;
const open = (): Story =>
  new Story().request(AUTHORIZE, { initiator: 'https://app.example' }).respond(AUTHORIZE);
const urls = (story: Story): readonly string[] => onlyFlow(story).hops.map(({ url }) => url);

describe('an open flow stays open', () => {
  it.each([
    [
      'on a host that was visited, by whoever',
      open().request(`${AS}/otp`, { initiator: 'none' }),
      `${AS}/otp`,
    ],
    [
      'on the client’s origin',
      open().request('https://app.example/', { initiator: 'none' }),
      'https://app.example/',
    ],
    [
      'where a page of the provider posts a form',
      open().request('https://bank.example/saml', { method: 'POST', initiator: AS }),
      'https://bank.example/saml',
    ],
    [
      'where a script of the provider leads',
      open()
        .request('https://bank.example/', { initiator: AS })
        .respond('https://bank.example/')
        .committed('https://bank.example/'),
      'https://bank.example/',
    ],
    [
      'behind a link of the provider that carries an identifier',
      open()
        .request('https://bank.example/?ticket=5f2b8c1d9e7a4b3c', { initiator: AS })
        .committed('https://bank.example/?ticket=5f2b8c1d9e7a4b3c', 'link'),
      'https://bank.example/?ticket=5f2b8c1d9e7a4b3c',
    ],
    [
      'behind a link of the provider that says the way back',
      open()
        .request(`https://bank.example/?back=${encodeURIComponent(AS)}`, { initiator: AS })
        .committed(`https://bank.example/?back=${encodeURIComponent(AS)}`, 'link'),
      `https://bank.example/?back=${encodeURIComponent(AS)}`,
    ],
    [
      'where an unseen page led that a redirect named',
      new Story()
        .request(AUTHORIZE)
        .redirect(AUTHORIZE, 302, 'https://broker.example/go', false)
        .request('https://bank.example/', { initiator: 'https://broker.example' }),
      'https://bank.example/',
    ],
    ['where nobody says who led there', open().request('https://bank.example/'), 'https://bank.example/'],
  ])('%s', (_, story, url) => {
    const flow = onlyFlow(story);
    expect(flow.abandoned).toBeUndefined();
    expect(flow.hops.at(-1)?.url).toBe(url);
  });
});

describe('an open flow ends, and nothing of where the tab went is in it,', () => {
  it.each([
    ['when an address is typed', open().request(`${SHOP}/login`, { initiator: 'none' })],
    [
      'when a page of another site leads away',
      open().request(`${SHOP}/login`, { initiator: 'https://news.example' }),
    ],
    [
      'when a page of the client leads away',
      open().request('https://app.example/').request(`${SHOP}/login`, { initiator: 'https://app.example' }),
    ],
    [
      'when a plain link of the provider leads away',
      open()
        .request(`${SHOP}/login`, { initiator: AS })
        .respond(`${SHOP}/login`)
        .committed(`${SHOP}/login`, 'link'),
    ],
    [
      'when the browser says only afterwards that it was typed',
      open().request(`${SHOP}/login`).respond(`${SHOP}/login`).committed(`${SHOP}/login`, 'person'),
    ],
  ])('%s', (_, story) => {
    story
      .request(`${SHOP}/login`, {
        method: 'POST',
        body: { kind: 'form', fields: [['password', 'x']] },
        initiator: SHOP,
      })
      .redirect(`${SHOP}/login`, 303, `${SHOP}/account`)
      .committed(`${SHOP}/account`)
      .request(`${SHOP}/login?again=1`, { method: 'POST', initiator: SHOP });
    const flow = onlyFlow(story);
    expect(flow).toMatchObject({ status: 'abandoned', abandoned: 'left by the user' });
    expect(JSON.stringify(flow)).not.toContain('shop.example');
  });

  it('and still gets the callback that its state names', () => {
    const story = open()
      .request(`${SHOP}/`, { initiator: 'none' })
      .request(ANSWER, { initiator: AS })
      .respond(ANSWER);
    expect(onlyFlow(story)).toMatchObject({ status: 'completed', callback: { url: ANSWER } });
    expect(urls(story)).toEqual([AUTHORIZE, ANSWER]);
  });

  it('until a new authorize request begins the next one', () => {
    const other = AUTHORIZE.replace('state=s1', 'state=s2');
    const story = open().request(`${SHOP}/`, { initiator: 'none' }).request(`${SHOP}/a`, { initiator: SHOP });
    story.request(other, { initiator: SHOP }).request(`${AS}/login`, { initiator: AS });
    const flows = flowsOf(story);
    expect(flows.map(({ status, hops }) => [status, hops.length])).toEqual([
      ['abandoned', 1],
      ['open', 2],
    ]);
  });
});

it('after the callback its redirects and, for ten seconds, pages of its application are recorded, no others', () => {
  const story = open().redirect(AUTHORIZE, 302, ANSWER).redirect(ANSWER, 302, 'https://app.example/home');
  story.request('https://app.example/settings', { initiator: 'https://app.example' });
  story.request('https://news.example/', { initiator: 'https://app.example' });
  story.at(30_000).request('https://app.example/later', { initiator: 'https://app.example' });
  expect(urls(story)).toEqual([
    AUTHORIZE,
    ANSWER,
    'https://app.example/home',
    'https://app.example/settings',
  ]);
});
