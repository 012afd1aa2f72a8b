import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAuthorizationResponse } from '../../../lib/oauth/authorization-response.ts';
import { parseParameters } from '../../../lib/oauth/parameters.ts';
import {
  callbackPlace,
  type EditedParameter,
  parameterDifferences,
  rewriteCallback,
} from '../../../lib/oauth/rewrite-callback.ts';
import { ALIASES } from '../support/catalogue.ts';

const APP = 'https://app.example/callback';

const unchanged = (text: string): readonly EditedParameter[] =>
  parseParameters(text).map(({ name, value }, from) => ({ from, name, value }));

const rewritten = (url: string, place: 'query' | 'fragment', edited: readonly EditedParameter[]): string =>
  rewriteCallback({ url, method: 'GET' }, place, edited).url;

describe('rewriting a callback', () => {
  it('changes one value and leaves every other character alone', () => {
    const query = 'tenant=%7Ea&&code=a%2fb+c&state=s%201&flag';
    const edited = unchanged(query).map((one) => (one.name === 'state' ? { ...one, value: 'x y&z' } : one));
    expect(rewritten(`${APP}?${query}#top`, 'query', edited)).toBe(
      `${APP}?tenant=%7Ea&&code=a%2fb+c&state=x%20y%26z&flag#top`,
    );
  });

  it('leaves out what is not listed, and appends what was added', () => {
    const edited = [
      ...unchanged('code=abc&state=s1').filter(({ name }) => name !== 'code'),
      { name: 'error', value: 'access_denied' },
    ];
    expect(rewritten(`${APP}?code=abc&state=s1`, 'query', edited)).toBe(
      `${APP}?state=s1&error=access_denied`,
    );
  });

  it('keeps the path at the beginning of a single-page application’s fragment', () => {
    const edited = unchanged('code=abc&state=s1').map((one) => ({ ...one, value: `${one.value}!` }));
    expect(rewritten(`${APP}?a=1#/?code=abc&state=s1`, 'fragment', edited)).toBe(
      `${APP}?a=1#/?code=abc!&state=s1!`,
    );
  });

  it('renames a parameter and keeps the encoding of its value', () => {
    expect(rewritten(`${APP}?code=a%2fb`, 'query', [{ from: 0, name: 'c&d', value: 'a/b' }])).toBe(
      `${APP}?c%26d=a%2fb`,
    );
  });

  it('replaces the fields of a form', () => {
    const body = { kind: 'form', fields: [['code', 'abc']] } as const;
    expect(
      rewriteCallback({ url: APP, method: 'POST', body }, 'form', [
        { from: 0, name: 'code', value: 'x&y' },
        { name: 'note', value: 'n' },
      ]),
    ).toEqual({
      url: APP,
      method: 'POST',
      body: {
        kind: 'form',
        fields: [
          ['code', 'x&y'],
          ['note', 'n'],
        ],
      },
    });
  });

  it('gives back any URL as it was when nothing is edited', () => {
    const segment = fc.stringMatching(/^[a-z%+=0-9~/?]{0,8}$/);
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 8 }), fc.boolean(), (segments, inFragment) => {
        const text = segments.join('&').replace(inFragment ? /^[/?!]+/ : /$^/, '');
        const url = inFragment ? `${APP}?kept=1#${text}` : `${APP}?${text}#kept`;
        expect(rewritten(url, inFragment ? 'fragment' : 'query', unchanged(text))).toBe(url);
      }),
    );
  });

  it('says after one edit exactly what was edited, and everything else as before', () => {
    const names = fc.constantFrom('code', 'state', 'iss', 'session_state');
    const pairs = fc.array(fc.tuple(names, fc.string({ unit: 'binary', maxLength: 12 })), { minLength: 1 });
    fc.assert(
      fc.property(pairs, fc.nat(), fc.string({ unit: 'binary', maxLength: 12 }), (entries, at, value) => {
        const text = new URLSearchParams(entries).toString();
        const index = at % entries.length;
        const edited = unchanged(text).map((one) => (one.from === index ? { ...one, value } : one));
        const after = rewritten(`${APP}?${text}`, 'query', edited);
        const [before, now] = [text, after.slice(APP.length + 1)].map((one) => one.split('&'));
        expect(now?.toSpliced(index, 1)).toEqual(before?.toSpliced(index, 1));
        expect(parseParameters(now?.[index] ?? '')).toMatchObject([
          { name: entries[index]?.[0], value: value.toWellFormed() },
        ]);
      }),
    );
  });
});

describe('the place of a callback’s parameters', () => {
  it.each([
    [`${APP}?code=a&state=b`, 'GET', undefined, 'query'],
    [`${APP}#code=a&state=b`, 'GET', undefined, 'fragment'],
    [APP, 'POST', { kind: 'form', fields: [['code', 'a']] }, 'form'],
    [`${APP}#state=b`, 'GET', undefined, 'fragment'],
    [`${APP}?hello=1`, 'GET', undefined, 'query'],
  ] as const)('of %s by %s is found', (url, method, body, place) => {
    expect(callbackPlace(readAuthorizationResponse({ url, method, body }, ALIASES))).toBe(place);
  });
});

describe('the differences', () => {
  it('name what was changed, left out, renamed and added', () => {
    const came = parseParameters('code=a&state=b&iss=c&old=d');
    expect(
      parameterDifferences(came, [
        { from: 0, name: 'code', value: 'x' },
        { from: 1, name: 'state', value: 'b' },
        { from: 3, name: 'new', value: 'd' },
        { name: 'error', value: 'e' },
      ]),
    ).toEqual([
      { name: 'code', from: 'a', to: 'x' },
      { name: 'iss', from: 'c' },
      { name: 'old', from: 'd' },
      { name: 'new', to: 'd' },
      { name: 'error', to: 'e' },
    ]);
  });
});
