import { describe, expect, it } from 'vitest';
import { classify } from '../../../lib/flow/classify.ts';
import type { Observation } from '../../../lib/flow/observation.ts';
import { EMPTY_TRACKER, type Tracker } from '../../../lib/flow/tracker.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { fold, Story } from '../support/observations.ts';

const AUTHORIZE =
  'https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=s1';
const one = (story: Story): Observation => story.observations.at(-1) as Observation;
const withFlow = (): Tracker => fold(new Story().request(AUTHORIZE).respond(AUTHORIZE).observations).tracker;

describe('classify', () => {
  it.each([
    ['a page', 'https://news.example/article/42?page=2#top'],
    ['a search', 'https://search.example/?q=code+review'],
    ['an asset', 'https://cdn.example/app.js?v=code'],
    ['an upper-case name', 'https://x.example/?CODE=1'],
  ])('drops %s', (_, url) => {
    expect(classify(EMPTY_TRACKER, one(new Story().request(url)), CATALOGUE)).toBe('drop');
    expect(classify(EMPTY_TRACKER, one(new Story().committed(url)), CATALOGUE)).toBe('drop');
  });

  it.each([
    ['an authorize request', AUTHORIZE],
    [
      'a request object',
      `https://as.example/?request=eyJhbGciOiJub25lIn0.${btoa('{"client_id":"c"}')}.x&state=1`,
    ],
    ['a callback in the query', 'https://app.example/cb?code=1&state=s2'],
    ['a callback in the fragment', 'https://app.example/cb#id_token=eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.'],
    ['a callback behind a hash route', 'https://app.example/#/code=1&state=s2'],
    ['a provider’s own name for a code', 'https://app.example/cb?authorizationCode=1'],
  ])('keeps %s', (_, url) => {
    expect(classify(EMPTY_TRACKER, one(new Story().request(url)), CATALOGUE)).toBe('keep');
  });

  it('drops a page of an extension, even in the tab of an open flow', () => {
    const page = 'chrome-extension://jajcablaolbfngjkmidpmgglojefhkpe/hold.html?id=1';
    expect(classify(withFlow(), one(new Story().request(page)), CATALOGUE)).toBe('drop');
    expect(classify(withFlow(), one(new Story().committed(page.replace('chrome', 'moz'))), CATALOGUE)).toBe(
      'drop',
    );
  });

  it('keeps a form_post callback and drops any other form', () => {
    const post = (fields: [string, string][]): Observation =>
      one(new Story().request('https://app.example/cb', { method: 'POST', body: { kind: 'form', fields } }));
    const answer: [string, string][] = [
      ['code', '1'],
      ['state', 's2'],
    ];
    expect(classify(EMPTY_TRACKER, post(answer), CATALOGUE)).toBe('keep');
    expect(classify(EMPTY_TRACKER, post([['comment', 'hello']]), CATALOGUE)).toBe('drop');
  });

  it('keeps what the tab of an open flow does, and nothing of another tab', () => {
    expect(classify(withFlow(), one(new Story(1).request('https://as.example/otp')), CATALOGUE)).toBe('keep');
    expect(classify(withFlow(), one(new Story(2).request('https://as.example/otp')), CATALOGUE)).toBe('drop');
  });

  it('keeps a hop that is told of after the callback it came before', () => {
    const answer = 'https://app.example/cb?code=1&state=s1';
    const story = new Story().request(AUTHORIZE).respond(AUTHORIZE).at(100).committed(answer);
    const { tracker } = fold(story.observations);
    expect(classify(tracker, one(new Story().at(50).request('https://as.example/otp')), CATALOGUE)).toBe(
      'keep',
    );
    expect(
      classify(
        tracker,
        one(new Story().request('https://a.example/').at(150).request('https://news.example/')),
        CATALOGUE,
      ),
    ).toBe('drop');
  });

  it('keeps an awaited redirect URI in any tab, even without parameters', () => {
    expect(classify(withFlow(), one(new Story(2).committed('https://app.example/cb')), CATALOGUE)).toBe(
      'keep',
    );
  });

  it('keeps the answer of a request it kept, and drops other answers', () => {
    const answer = (story: Story): Observation => one(story.respond(AUTHORIZE));
    expect(classify(withFlow(), answer(new Story().request(AUTHORIZE)), CATALOGUE)).toBe('keep');
    expect(classify(EMPTY_TRACKER, answer(new Story().request(AUTHORIZE)), CATALOGUE)).toBe('drop');
  });
});
