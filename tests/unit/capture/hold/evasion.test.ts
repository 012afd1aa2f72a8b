import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Allowance } from '../../../../lib/capture/hold/allowances.ts';
import { exactUrl } from '../../../../lib/capture/hold/exact-url.ts';
import { holdRules } from '../../../../lib/capture/hold/hold-rules.ts';
import { responsePatterns } from '../../../../lib/capture/hold/response-patterns.ts';
import { createCatalogue } from '../../../../lib/providers/catalogue.ts';
import { outcomeOfRules } from '../../support/dnr-model.ts';

const RESPONSES = responsePatterns(createCatalogue());

/** Chromium compiles about this much. */
const supports = async (regex: string): Promise<boolean> => regex.length <= 1_500;

const allowance = async (url: string, to?: string): Promise<Allowance> => ({
  tabId: 1,
  frameId: 0,
  from: { url, condition: await exactUrl(url, supports) },
  ...(to === undefined ? {} : { to: { url: to, condition: await exactUrl(to, supports) } }),
  since: 1,
});

const base = fc
  .tuple(
    fc.constantFrom('https://app.example', 'http://127.0.0.1:3000', 'https://app.example:8443'),
    fc.stringMatching(/^[a-zA-Z0-9.~_!$'()+,;=:@-]{1,12}$/),
  )
  .map(([origin, path]) => new URL(`${origin}/${path}`).href);

/** Characters that mean something in a filter, a pattern or a URL come often. */
const value = fc.oneof(
  fc.stringMatching(/^[a-z0-9*^|?/\\.+$(){}[\]%~-]{0,12}$/),
  fc.constantFrom('*', '^', '|', '||', '*^', '.*', 'response_mode=form_post'),
  base.map(encodeURIComponent),
  base,
);

const extra = fc.array(
  fc.tuple(
    fc.constantFrom('redirect_uri', 'response_mode', 'client_id', 'iss', 'scope', 'x', 'request'),
    fc.oneof(value, fc.constant('form_post')),
  ),
  { maxLength: 4 },
);

/** URLs of callbacks at a redirect URI, with their own redirect_uri among the parameters as often as not. */
const callbackAt = (uri: string): fc.Arbitrary<string> =>
  fc
    .tuple(value, value, extra, fc.constantFrom('?', '#'), fc.boolean())
    .map(([code, state, others, mark, repeats]) => {
      const own = repeats ? [['redirect_uri', encodeURIComponent(uri)] as const] : [];
      const all = [['code', code] as const, ['state', state] as const, ...others, ...own];
      return new URL(`${uri}${mark}${all.map(([name, text]) => `${name}=${text}`).join('&')}`).href;
    });

const two = base.chain((uri) => fc.tuple(fc.constant(uri), callbackAt(uri), callbackAt(uri)));

describe('no callback escapes the rules', () => {
  const at = (url: string, tabId = 1) => ({ url, tabId, type: 'main_frame', method: 'get' }) as const;
  const post = (url: string, tabId = 1) => ({ ...at(url, tabId), method: 'post' }) as const;

  it('whatever its parameters are, its own redirect_uri and response_mode included', () => {
    fc.assert(
      fc.property(two, fc.boolean(), ([uri, url], all) => {
        const rules = holdRules([{ uri, frames: [1] }], [], all ? RESPONSES : []);
        expect(outcomeOfRules(rules, at(url))).toBe('block');
        expect(outcomeOfRules(rules, { ...at(url), type: 'sub_frame' })).toBe('block');
        if (!url.includes('#')) expect(outcomeOfRules(rules, post(url))).toBe('block');
      }),
      { numRuns: 2_000 },
    );
  });

  it('while another one is released: only that one passes, only in its tab', async () => {
    await fc.assert(
      fc.asyncProperty(two, async ([uri, released, other]) => {
        const rules = holdRules([{ uri, frames: 'everywhere' }], [await allowance(released)], RESPONSES);
        expect(outcomeOfRules(rules, at(released))).toBe('allow');
        expect(outcomeOfRules(rules, at(released, 2))).toBe('block');
        if (other !== released) expect(outcomeOfRules(rules, at(other))).toBe('block');
      }),
      { numRuns: 2_000 },
    );
  });

  it('while another one is released changed: that one is redirected, and what it becomes passes', async () => {
    await fc.assert(
      fc.asyncProperty(two, base, async ([uri, released, changed], elsewhere) => {
        fc.pre(released !== changed);
        const rules = holdRules([{ uri, frames: [] }], [await allowance(released, changed)], RESPONSES);
        expect(outcomeOfRules(rules, at(released))).toBe('redirect');
        expect(outcomeOfRules(rules, at(changed))).toBe('allow');
        expect(outcomeOfRules(rules, at(changed, 2))).toBe('block');
        const third = new URL(`${uri}?code=c&state=s&of=${encodeURIComponent(elsewhere)}`).href;
        if (third !== released && third !== changed) expect(outcomeOfRules(rules, at(third))).toBe('block');
      }),
      { numRuns: 1_000 },
    );
  });

  it('because a request for a posted answer may go only when exactly its redirect URI is held', () => {
    const request = (uri: string): string =>
      `https://as.example/authorize?client_id=c&redirect_uri=${encodeURIComponent(uri)}&response_mode=form_post`;
    fc.assert(
      fc.property(base, base, fc.constantFrom('', '/', '2', '?x=1', '*'), (uri, other, suffix) => {
        const rules = holdRules([{ uri, frames: [] }], [], RESPONSES);
        expect(outcomeOfRules(rules, at(request(uri)))).toBe('allow');
        const another = suffix === '' ? other : `${uri}${suffix}`;
        if (another !== uri) expect(outcomeOfRules(rules, at(request(another)))).toBe('block');
      }),
    );
  });
});

describe('the condition of one URL', () => {
  it('is a filter, a pattern where the URL has signs of filters, and separators where it is too long for that', async () => {
    const filter = (urlFilter: string) => ({ urlFilter, isUrlFilterCaseSensitive: true });
    expect(await exactUrl('https://a.example/?x=(1)', supports)).toEqual(
      filter('|https://a.example/?x=(1)|'),
    );
    expect(await exactUrl('https://a.example/?x=*|', supports)).toEqual({
      regexFilter: '^https:\\/\\/a\\.example\\/\\?x=\\*\\|$',
      isUrlFilterCaseSensitive: true,
    });
    expect(await exactUrl('https://a.example/?x=*', async () => false)).toEqual(
      filter('|https://a.example/?x=^|'),
    );
  });
});
