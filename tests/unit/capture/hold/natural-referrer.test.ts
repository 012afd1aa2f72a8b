import { describe, expect, it } from 'vitest';
import { naturalReferrer } from '../../../../lib/capture/hold/natural-referrer.ts';

const PAGE = 'https://as.example/login?x=1#top';
const APP = 'https://app.example/cb';
const ORIGIN = 'https://as.example';

describe('Origin and Referer of a form as the browser would have sent them', () => {
  it.each([
    [undefined, { origin: ORIGIN, referer: `${ORIGIN}/` }],
    ['', { origin: ORIGIN, referer: `${ORIGIN}/` }],
    ['strict-origin-when-cross-origin', { origin: ORIGIN, referer: `${ORIGIN}/` }],
    ['no-referrer', { origin: 'null' }],
    ['same-origin', { origin: 'null' }],
    ['unsafe-url', { origin: ORIGIN, referer: 'https://as.example/login?x=1' }],
    ['no-referrer-when-downgrade', { origin: ORIGIN, referer: 'https://as.example/login?x=1' }],
    ['origin', { origin: ORIGIN, referer: `${ORIGIN}/` }],
    ['no-referrer, origin, unknown', { origin: ORIGIN, referer: `${ORIGIN}/` }],
  ])('under the policy %s', (policy, expected) => {
    expect(naturalReferrer(PAGE, APP, policy)).toEqual(expected);
  });

  it.each([
    [undefined, { origin: 'null' }],
    ['strict-origin', { origin: 'null' }],
    ['no-referrer-when-downgrade', { origin: 'null' }],
    ['origin', { origin: ORIGIN, referer: `${ORIGIN}/` }],
  ])('from https to http under the policy %s', (policy, expected) => {
    expect(naturalReferrer(PAGE, 'http://app.example/cb', policy)).toEqual(expected);
  });

  it('within one origin names the whole page, and a page without origin names nothing', () => {
    expect(naturalReferrer(PAGE, `${ORIGIN}/cb`, 'same-origin').referer).toBe('https://as.example/login?x=1');
    expect(naturalReferrer('data:text/html,x', APP, undefined)).toEqual({ origin: 'null' });
  });
});
