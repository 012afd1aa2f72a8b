import { describe, expect, it } from 'vitest';
import { cookieJourney } from '../../../../lib/flow/cookies/cookie-journey.ts';
import { exchangesOfFlow } from '../../../../lib/flow/cookies/exchanges-of-flow.ts';
import { mergeExchanges } from '../../../../lib/flow/cookies/merge-exchanges.ts';
import type { Flow } from '../../../../lib/flow/types.ts';
import { withCookies } from '../../rules/support/cookies.ts';
import { answered, authorizeUrl, posted } from '../../rules/support/flows.ts';

const form = () => posted(authorizeUrl({ response_mode: 'form_post' }), { code: 'code-1', state: 's1' });

function journey({ cookies, ...flow }: Flow) {
  if (!cookies) throw new Error('The flow has no cookies.');
  return cookieJourney(flow, cookies);
}

describe('cookieJourney', () => {
  it('tells of each cookie at each hop: set, changed, sent, withheld and deleted', () => {
    const flow = withCookies(form(), [
      { url: 'https://app.example/login', before: 180_000, set: ['sid=1; SameSite=Lax; Path=/'] },
      { hop: 0, sent: [], set: ['op=1'] },
      { hop: 1, sent: [], set: ['sid=2; SameSite=Lax; Path=/', 'old=; Max-Age=0'] },
    ]);
    expect(journey(flow)).toEqual([
      {
        name: 'sid',
        host: 'app.example',
        attributes: { name: 'sid', sameSite: 'Lax', path: '/' },
        setBefore: 'https://app.example/login',
        cells: [{}, { sent: false, why: 'lax-method', setting: 'changed' }],
      },
      { name: 'op', host: 'as.example', attributes: { name: 'op' }, cells: [{ setting: 'set' }, {}] },
      {
        name: 'old',
        host: 'app.example',
        attributes: { name: 'old', expires: 0 },
        cells: [{}, { setting: 'deleted' }],
      },
    ]);
  });

  it('predicts where the headers were not visible, and says so', () => {
    const flow = withCookies(form(), [
      { url: 'https://app.example/login', set: ['a=1; SameSite=Lax; Path=/', 'b=1; Path=/'] },
    ]);
    expect(journey(flow).map(({ cells }) => cells[1])).toEqual([
      { sent: false, why: 'lax-method', predicted: true },
      { sent: true, predicted: true },
    ]);
  });

  it('does not explain what attributes do not explain', () => {
    const flow = withCookies(answered(), [
      { url: 'https://app.example/login', set: ['a=1; Path=/'] },
      { hop: 1, sent: [] },
    ]);
    expect(journey(flow)[0]?.cells[1]).toEqual({ sent: false, why: 'not-explained' });
  });

  it('keeps a cookie of a domain in one row through its hosts', () => {
    const flow = withCookies(answered(), [
      { url: 'https://login.app.example/', set: ['a=1; Domain=app.example; Path=/'] },
      { hop: 1, sent: ['a'] },
    ]);
    expect(journey(flow).map(({ name, cells }) => [name, cells[1]])).toEqual([['a', { sent: true }]]);
  });
});

describe('exchangesOfFlow', () => {
  it('takes the hops and what their sites set shortly before, and nothing of other sites or times', () => {
    const flow = answered();
    const { cookies } = withCookies(flow, [
      { hop: 0, sent: [] },
      { url: 'https://app.example/login', before: 60_000, set: ['a=1'] },
      { url: 'https://www.app.example/', before: 60_000, set: ['a=1'] },
      { url: 'https://news.test/', before: 60_000, set: ['a=1'] },
      { url: 'https://app.example/plain', before: 60_000, sent: [] },
      { url: 'https://app.example/old', before: 31 * 60_000, set: ['a=1'] },
    ]);
    expect(exchangesOfFlow(flow, cookies?.exchanges ?? []).map(({ url }) => url)).toEqual([
      'https://as.example/authorize',
      'https://app.example/login',
      'https://www.app.example/',
    ]);
  });
});

describe('mergeExchanges', () => {
  const base = { method: 'GET', url: 'https://app.example/', at: 1 };

  it('adds headers that were told of later, once', () => {
    const early = [{ ...base, sent: [], set: [] }];
    const late = [{ ...base, sent: [{ name: 'a', hash: 'x' }], set: [{ name: 'b', hash: 'y' }] }];
    expect(mergeExchanges(early, late)).toEqual(late);
    expect(mergeExchanges(late, early)).toEqual(late);
    expect(mergeExchanges(late, late)).toEqual(late);
  });

  it('keeps the last 200', () => {
    const many = Array.from({ length: 300 }, (_, at) => ({ ...base, at, set: [] }));
    expect(mergeExchanges([], many).map(({ at }) => at)).toEqual(
      Array.from({ length: 200 }, (_, i) => i + 100),
    );
  });
});
