import { describe, expect, it } from 'vitest';
import { type HeldUri, heldUris, isWanted, knownUris } from '../../../../lib/capture/hold/held-uris.ts';
import { holdRules, isStopped } from '../../../../lib/capture/hold/hold-rules.ts';
import { responsePatterns } from '../../../../lib/capture/hold/response-patterns.ts';
import { createCatalogue } from '../../../../lib/providers/catalogue.ts';
import { flowsOf, Story } from '../../support/observations.ts';

const RESPONSES = responsePatterns(createCatalogue());

const FRAMES = ['main_frame', 'sub_frame'];

const everywhere = (uri: string): HeldUri => ({ uri, frames: 'everywhere' });

describe('the rules', () => {
  const block = (
    id: number,
    urlFilter: string,
    method: string,
    place: object = { resourceTypes: FRAMES },
  ) => ({
    id,
    priority: 3,
    action: { type: 'block' },
    condition: { ...place, urlFilter, isUrlFilterCaseSensitive: true, requestMethods: [method] },
  });

  it('stop a redirect URI with a query or a fragment, and a form posted to it, and nothing else of its site', () => {
    expect(holdRules([everywhere('https://App.example:443/cb?tenant=1')], [], [])).toEqual([
      block(1, '|https://app.example/cb?', 'get'),
      block(2, '|https://app.example/cb#', 'get'),
      block(3, '|https://app.example/cb|', 'post'),
      block(4, '|https://app.example/cb?', 'post'),
    ]);
  });

  it('stop frames only in tabs that have to do with the redirect URI', () => {
    const main = { resourceTypes: ['main_frame'] };
    const frame = { resourceTypes: ['sub_frame'], tabIds: [7] };
    const rules = holdRules([{ uri: 'https://app.example/cb', frames: [7] }], [], []);
    expect(rules).toHaveLength(8);
    expect(rules.slice(0, 2)).toEqual([
      block(1, '|https://app.example/cb?', 'get', main),
      block(2, '|https://app.example/cb?', 'get', frame),
    ]);
    const mainOnly = holdRules([{ uri: 'https://app.example/cb', frames: [] }], [], []);
    expect(mainOnly.map(({ condition }) => condition.resourceTypes)).toEqual(Array(4).fill(['main_frame']));
  });

  const from = {
    url: 'https://app.example/cb?code=1',
    condition: { urlFilter: '|https://app.example/cb?code=1|', isUrlFilterCaseSensitive: true },
  } as const;
  const to = {
    url: 'https://app.example/cb?code=2',
    condition: { urlFilter: '|https://app.example/cb?code=2|', isUrlFilterCaseSensitive: true },
  } as const;
  const place = { resourceTypes: ['main_frame'], tabIds: [7] };

  it('let one released request pass in its tab', () => {
    expect(holdRules([], [{ tabId: 7, frameId: 0, from, since: 1 }], [])).toEqual([
      { id: 1, priority: 4, action: { type: 'allow' }, condition: { ...place, ...from.condition } },
    ]);
    const [inFrame] = holdRules([], [{ tabId: 7, frameId: 3, from, since: 1 }], []);
    expect(inFrame?.condition).toMatchObject({ resourceTypes: ['sub_frame'], tabIds: [7] });
  });

  it('take a changed one to its new URL, which may pass', () => {
    expect(holdRules([], [{ tabId: 7, frameId: 0, from, to, since: 1 }], [])).toEqual([
      { id: 1, priority: 4, action: { type: 'allow' }, condition: { ...place, ...to.condition } },
      {
        id: 2,
        priority: 4,
        action: { type: 'redirect', redirect: { url: to.url } },
        condition: { ...place, ...from.condition },
      },
    ]);
  });

  it('put Origin and Referer on a form that is sent again', () => {
    const headers = [{ header: 'origin', operation: 'set', value: 'https://as.example' }] as const;
    expect(holdRules([], [{ tabId: 7, frameId: 0, from, headers, since: 1 }], []).at(-1)).toEqual({
      id: 2,
      priority: 5,
      action: { type: 'modifyHeaders', requestHeaders: headers },
      condition: { ...place, ...from.condition },
    });
  });

  it('stop the answer that redirects to an application’s own scheme', () => {
    expect(holdRules([everywhere('my*app://callback')], [], [])).toEqual([]);
    expect(holdRules([everywhere('myapp://call*back')], [], [])).toEqual([
      {
        id: 1,
        priority: 3,
        action: { type: 'block' },
        condition: {
          resourceTypes: FRAMES,
          responseHeaders: [
            { header: 'location', values: ['myapp://call\\*back\\?*', 'myapp://call\\*back#*'] },
          ],
        },
      },
    ]);
  });

  it('stop whatever looks like an answer, in main frames, when all callbacks are held', () => {
    const patterns = holdRules([], [], RESPONSES).map(({ priority, condition }) => ({ priority, condition }));
    const condition = (regexFilter: string) => ({
      resourceTypes: ['main_frame'],
      regexFilter,
      isUrlFilterCaseSensitive: true,
      requestMethods: ['get'],
    });
    expect(patterns).toEqual([
      ...[
        '[?&#](code|id_token|access_token|error)=.*&state=',
        '[?&#]state=.*&(code|id_token|access_token|error)=',
        '[?&#](response|id_token)=ey',
        '[?&#]authorizationCode=',
        '[?&#]authorization_code=',
      ].map((regexFilter) => ({ priority: 3, condition: condition(regexFilter) })),
      ...[
        '[?&]response_mode=form_post.*&(redirect_uri|client_id|request)=',
        '[?&](redirect_uri|client_id|request)=.*&response_mode=form_post',
      ].map((regexFilter) => ({ priority: 1, condition: condition(regexFilter) })),
    ]);
  });

  it('let a request for a posted answer go once its redirect URI is learnt, against no rule about callbacks', () => {
    const rules = holdRules([{ uri: 'https://app.example/cb', frames: [] }], [], RESPONSES);
    const named = 'redirect_uri=https%3A%2F%2Fapp.example%2Fcb';
    expect(
      rules.slice(-3).map(({ priority, action, condition }) => [priority, action.type, condition.urlFilter]),
    ).toEqual([
      [2, 'allow', `?${named}&`],
      [2, 'allow', `&${named}&`],
      [2, 'allow', `&${named}|`],
    ]);
  });

  it.each([
    ['https://a.example/x?code=1&state=2', true],
    ['https://a.example/x#state=2&id_token=eyJ', true],
    ['https://a.example/x?response=eyJ', true],
    ['https://a.example/x?authorizationCode=1', true],
    ['https://as.example/authorize?response_type=code&state=1&code_challenge=x', false],
    ['https://as.example/authorize?client_id=c&response_mode=form_post.jwt', true],
    ['https://shop.example/?response_mode=form_post', false],
    ['https://shop.example/?code=SPRING', false],
  ])('stop %s when all callbacks are held: %s', (url, stopped) => {
    expect(isStopped(url, [], RESPONSES)).toBe(stopped);
    expect(isStopped(url, [], [])).toBe(false);
  });

  it('are the same once for a redirect URI that two flows share', () => {
    const uri = 'https://app.example/cb';
    expect(holdRules([everywhere(uri), everywhere(`${uri}?a=1`)], [], [])).toHaveLength(4);
  });
});

describe('which redirect URIs are held', () => {
  const authorize = (uri: string, state: string): string =>
    `https://as.example/authorize?response_type=code&client_id=c&redirect_uri=${encodeURIComponent(uri)}&state=${state}`;
  const flows = flowsOf(
    new Story(1).request(authorize('https://a.example/cb', 's1')),
    new Story(2).at(50).request(authorize('https://b.example/cb', 's2')),
    new Story(3).at(90).request(authorize('https://a.example/cb', 's3')),
  );

  it('are those that the flows name, newest first, and those of a launch', () => {
    expect(knownUris(flows)).toEqual(['https://a.example/cb', 'https://b.example/cb']);
    expect(heldUris({ on: true }, flows, new Set(['https://c.example/cb']))).toEqual([
      { uri: 'https://c.example/cb', frames: [] },
      { uri: 'https://a.example/cb', frames: [1, 3] },
      { uri: 'https://b.example/cb', frames: [2] },
    ]);
  });

  it('are the chosen ones only, or none at all', () => {
    expect(heldUris({ on: true, only: ['https://d.example/cb'] }, flows, new Set())).toEqual([
      { uri: 'https://d.example/cb', frames: 'everywhere' },
    ]);
    expect(heldUris({ on: false, only: ['https://d.example/cb'] }, flows, new Set())).toEqual([]);
  });

  it('decide whether a callback is wanted', () => {
    const url = 'https://a.example/cb?code=1';
    expect(isWanted({ on: true }, url)).toBe(true);
    expect(isWanted({ on: false }, url)).toBe(false);
    expect(isWanted({ on: true, only: ['https://a.example/cb'] }, url)).toBe(true);
    expect(isWanted({ on: true, only: ['https://a.example/other'] }, url)).toBe(false);
  });
});
