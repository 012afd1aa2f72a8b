import { describe, expect, it } from 'vitest';
import { createArrivals } from '../../../../lib/capture/hold/arrivals.ts';
import { isSurelyCrossSite } from '../../../../lib/capture/hold/site-relation.ts';

const APP = 'https://app.example';
const AS = 'https://as.test';

const base = { id: 'x', at: 1, tabId: 1, frameId: 0 } as const;

/** What is known after a navigation over these URLs. */
function knownAfter(initiator: string | undefined, urls: readonly string[], begun = urls[0] ?? '') {
  const arrivals = createArrivals(() => false);
  arrivals.note({ ...base, kind: 'navigating', eventSource: 'webNavigation', url: begun });
  for (const url of urls) {
    const seen = {
      ...base,
      kind: 'request',
      eventSource: 'webRequest',
      requestId: '1',
      method: 'GET',
      url,
    } as const;
    arrivals.note({ ...seen, ...(initiator === undefined ? {} : { initiator }) });
  }
  return arrivals.of({ tabId: 1, frameId: 0, url: urls.at(-1) ?? '' });
}

describe('whether a reload repeats what was stopped', () => {
  it.each([
    ['nobody’s page, through another site', undefined, [`${AS}/a`, `${APP}/cb`], true],
    ['a page of another site', AS, [`${AS}/a`, `${APP}/cb`], true],
    ['a page of another site, through the application', AS, [`${APP}/login`, `${AS}/a`, `${APP}/cb`], true],
    ['a page of the application, directly', APP, [`${APP}/cb`], true],
    ['a page of the application, through itself', APP, [`${APP}/a`, `${APP}/cb`], true],
    ['a page of the application, through another site', APP, [`${AS}/a`, `${APP}/cb`], false],
    [
      'a page of a sibling host, through another site',
      'https://id.app.example',
      [`${AS}/a`, `${APP}/cb`],
      false,
    ],
  ])('of %s', (_, initiator, urls, repeatable) => {
    expect(knownAfter(initiator, urls)).toEqual({
      method: 'GET',
      answers: false,
      ...(initiator === undefined ? {} : { initiator }),
      repeatable,
    });
  });

  it('is unknown, and so denied, when the beginning was not seen', () => {
    expect(knownAfter(APP, [`${APP}/cb`], `${AS}/a`).repeatable).toBe(false);
    expect(knownAfter(undefined, [`${APP}/cb`], `${AS}/a`).repeatable).toBe(false);
    const nothing = createArrivals(() => false).of({ tabId: 1, frameId: 0, url: `${APP}/cb` });
    expect(nothing).toEqual({ method: 'GET', answers: true, repeatable: false });
  });
});

describe('two URLs are surely of different sites', () => {
  it.each([
    ['https://a.example', 'https://b.example', true],
    ['https://a.example', 'http://a.example', true],
    ['http://localhost:1', 'http://127.0.0.1:1', true],
    ['http://127.0.0.1:1', 'http://127.0.0.2:1', true],
    ['http://localhost:1', 'http://localhost:2', false],
    ['https://a.example', 'https://id.a.example', false],
    ['https://a.co.uk', 'https://b.co.uk', false],
    ['https://a.example.', 'https://a.example', false],
    ['not a url', 'https://a.example', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isSurelyCrossSite(a, b)).toBe(expected);
  });
});
