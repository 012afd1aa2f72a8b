import { describe, expect, it } from 'vitest';
import { heldUris, isWanted, knownUris } from '../../../../lib/capture/hold/held-uris.ts';
import { holdRules, isStopped } from '../../../../lib/capture/hold/hold-rules.ts';
import { flowsOf, Story } from '../../support/observations.ts';

const FRAMES = ['main_frame', 'sub_frame'];

describe('the rules', () => {
  it('stop a redirect URI with a query or a fragment, and a form posted to it, and nothing else of its site', () => {
    const block = (id: number, urlFilter: string, method: string) => ({
      id,
      priority: 1,
      action: { type: 'block' },
      condition: {
        resourceTypes: FRAMES,
        urlFilter,
        isUrlFilterCaseSensitive: true,
        requestMethods: [method],
      },
    });
    expect(holdRules(['https://App.example:443/cb?tenant=1'], [], false)).toEqual([
      block(1, '|https://app.example/cb?', 'get'),
      block(2, '|https://app.example/cb#', 'get'),
      block(3, '|https://app.example/cb|', 'post'),
      block(4, '|https://app.example/cb?', 'post'),
    ]);
  });

  it('let a released request pass in its tab', () => {
    const passage = { tabId: 7, frameId: 0, base: 'https://app.example/cb', since: 1 };
    expect(holdRules([], [passage], false)).toEqual([
      {
        id: 1,
        priority: 2,
        action: { type: 'allow' },
        condition: {
          resourceTypes: FRAMES,
          urlFilter: '|https://app.example/cb',
          isUrlFilterCaseSensitive: true,
          tabIds: [7],
        },
      },
    ]);
  });

  it('stop the answer that redirects to an application’s own scheme', () => {
    expect(holdRules(['my*app://callback'], [], false)).toEqual([]);
    expect(holdRules(['myapp://call*back'], [], false)).toEqual([
      {
        id: 1,
        priority: 1,
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
    const patterns = holdRules([], [], true).map(({ condition }) => condition);
    expect(patterns).toEqual(
      [
        '[?&#](code|id_token|access_token|error)=.*&state=',
        '[?&#]state=.*&(code|id_token|access_token|error)=',
        '[?&#](response|id_token)=ey',
        '[?&#](authorizationCode|authorization_code)=',
        '[?&]response_mode=form_post',
      ].map((regexFilter) => ({
        resourceTypes: ['main_frame'],
        regexFilter,
        isUrlFilterCaseSensitive: true,
        requestMethods: ['get'],
      })),
    );
  });

  it('let a request for a posted answer go once its redirect URI is learnt', () => {
    expect(holdRules(['https://app.example/cb'], [], true).at(-1)).toEqual({
      id: 10,
      priority: 2,
      action: { type: 'allow' },
      condition: {
        resourceTypes: ['main_frame'],
        urlFilter: 'redirect_uri=https%3A%2F%2Fapp.example%2Fcb',
        requestMethods: ['get'],
      },
    });
  });

  it.each([
    ['https://a.example/x?code=1&state=2', true],
    ['https://a.example/x#state=2&id_token=eyJ', true],
    ['https://a.example/x?response=eyJ', true],
    ['https://a.example/x?authorizationCode=1', true],
    ['https://as.example/authorize?response_type=code&state=1&code_challenge=x', false],
    ['https://as.example/authorize?response_type=code&response_mode=form_post.jwt', true],
    ['https://shop.example/?code=SPRING', false],
  ])('stop %s when all callbacks are held: %s', (url, stopped) => {
    expect(isStopped(url, [], true)).toBe(stopped);
    expect(isStopped(url, [], false)).toBe(false);
  });

  it('are the same once for a redirect URI that two flows share', () => {
    const uri = 'https://app.example/cb';
    expect(holdRules([uri, `${uri}?a=1`], [], false)).toHaveLength(4);
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
      'https://c.example/cb',
      'https://a.example/cb',
      'https://b.example/cb',
    ]);
  });

  it('are the chosen ones only, or none at all', () => {
    expect(heldUris({ on: true, only: ['https://d.example/cb'] }, flows, new Set())).toEqual([
      'https://d.example/cb',
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
