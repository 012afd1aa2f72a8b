import { describe, expect, it } from 'vitest';
import { cookieContext, type Navigation } from '../../../../lib/flow/cookies/cookie-context.ts';
import { cookieRefusal } from '../../../../lib/flow/cookies/cookie-refusal.ts';
import type { CookieBrowser } from '../../../../lib/flow/cookies/cookie-types.ts';
import { whyWithheld } from '../../../../lib/flow/cookies/predict-cookie.ts';
import { readSetCookie } from '../../../../lib/flow/cookies/read-set-cookie.ts';

const APP = 'https://app.example/cb';
const OTHER = 'https://as.test/authorize';

interface Asked extends Partial<Navigation> {
  readonly setBy?: string;
  readonly browser?: CookieBrowser;
}

function withheld(header: string, asked: Asked = {}) {
  const { setBy = 'https://app.example/login', browser = 'chromium', ...navigation } = asked;
  const read = readSetCookie(header, 0);
  if (!read) throw new Error('A browser ignores this cookie.');
  const context = cookieContext({ method: 'GET', url: APP, at: 1_000, chain: [], ...navigation }, browser);
  const setting = cookieContext({ method: 'GET', url: setBy, at: 0, chain: [] }, browser);
  const kept = { attributes: read.attributes, url: setBy, at: 0, topSite: setting.topSite };
  return whyWithheld(kept, context, browser);
}

describe('whyWithheld', () => {
  it('sends every cookie with a request that its own site or the browser caused', () => {
    for (const header of ['a=1; SameSite=Strict', 'a=1; SameSite=Lax', 'a=1']) {
      expect(withheld(header, { method: 'POST' })).toBeUndefined();
      expect(withheld(header, { method: 'POST', initiator: 'https://www.app.example' })).toBeUndefined();
    }
  });

  it('names SameSite and the method for a POST of another site', () => {
    const post = { method: 'POST', initiator: OTHER };
    expect(withheld('a=1; SameSite=Strict', post)).toBe('strict');
    expect(withheld('a=1; SameSite=Lax', post)).toBe('lax-method');
    expect(withheld('a=1; SameSite=None; Secure', post)).toBeUndefined();
    expect(withheld('a=1', { ...post, at: 119_999 })).toBeUndefined();
    expect(withheld('a=1', { ...post, at: 120_000 })).toBe('default-method');
    expect(withheld('a=1', { ...post, at: 120_000, browser: 'firefox' })).toBeUndefined();
  });

  it('withholds only Strict from a GET of another site', () => {
    const get = { initiator: OTHER };
    expect(withheld('a=1; SameSite=Strict', get)).toBe('strict');
    expect(withheld('a=1; SameSite=Lax', get)).toBeUndefined();
    expect(withheld('a=1', { ...get, at: 500_000 })).toBeUndefined();
  });

  it('counts a redirect through another site in Firefox only', () => {
    const led = { initiator: 'https://app.example/', chain: [OTHER] };
    expect(withheld('a=1; SameSite=Strict', led)).toBeUndefined();
    expect(withheld('a=1; SameSite=Strict', { ...led, browser: 'firefox' })).toBe('strict');
    expect(withheld('a=1; SameSite=Lax', { ...led, browser: 'firefox' })).toBeUndefined();
  });

  it('withholds Lax in a frame of another site', () => {
    const framed = { top: OTHER, initiator: OTHER };
    expect(withheld('a=1; SameSite=Lax', framed)).toBe('lax-frame');
    expect(withheld('a=1', framed)).toBe('default-frame');
    expect(withheld('a=1; SameSite=None; Secure', framed)).toBeUndefined();
    expect(withheld('a=1; SameSite=None; Secure; Partitioned', framed)).toBe('partition');
    expect(withheld('a=1; SameSite=None; Secure', { ...framed, thirdPartyBlocked: true })).toBe(
      'third-party',
    );
    expect(withheld('a=1', { ...framed, browser: 'firefox' })).toBeUndefined();
  });

  it('compares host, domain, path, Secure and lifetime', () => {
    expect(withheld('a=1', { url: 'https://www.app.example/cb' })).toBe('host');
    expect(withheld('a=1; Domain=app.example', { url: 'https://www.app.example/cb' })).toBeUndefined();
    expect(withheld('a=1', { setBy: 'https://app.example/auth/login' })).toBe('path');
    expect(withheld('a=1; Path=/c')).toBe('path');
    expect(withheld('a=1; Path=/cb')).toBeUndefined();
    expect(withheld('a=1; Secure; Domain=app.example', { url: 'http://app.example/cb' })).toBe('secure');
    expect(
      withheld('a=1; Secure', { url: 'http://127.0.0.1:3000/cb', setBy: 'http://127.0.0.1:4000/' }),
    ).toBeUndefined();
    expect(withheld('a=1', { url: 'http://127.0.0.1/cb', setBy: 'http://localhost/' })).toBe('host');
    expect(withheld('a=1; Max-Age=1', { at: 999 })).toBeUndefined();
    expect(withheld('a=1; Max-Age=1', { at: 1_000 })).toBe('expired');
  });

  it('takes http and https for two sites in Chromium only', () => {
    const post = { method: 'POST', initiator: 'http://app.example/' };
    expect(withheld('a=1; SameSite=Lax', post)).toBe('lax-method');
    expect(withheld('a=1; SameSite=Lax', { ...post, browser: 'firefox' })).toBeUndefined();
  });
});

describe('cookieRefusal', () => {
  const refusal = (header: string, url = APP, top?: string) => {
    const context = cookieContext(
      { method: 'GET', url, at: 0, chain: [], ...(top === undefined ? {} : { top, initiator: top }) },
      'chromium',
    );
    const read = readSetCookie(header, 0);
    return read && cookieRefusal(read.attributes, context);
  };

  it('names what a browser demands', () => {
    expect(refusal('a=1; SameSite=None')).toBe('none-without-secure');
    expect(refusal('a=1; Partitioned')).toBe('partitioned-without-secure');
    expect(refusal('a=1; Secure', 'http://app.example/')).toBe('secure-over-http');
    expect(refusal('a=1; Secure', 'http://localhost:3000/')).toBeUndefined();
    expect(refusal('__Secure-a=1')).toBe('prefix');
    expect(refusal('__Host-a=1; Secure')).toBe('prefix');
    expect(refusal('__host-a=1; Secure; Path=/; Domain=app.example')).toBe('prefix');
    expect(refusal('__Host-a=1; Secure; Path=/')).toBeUndefined();
    expect(refusal('a=1; Domain=other.example')).toBe('domain');
    expect(refusal('a=1; Domain=co.uk', 'https://shop.co.uk/')).toBe('domain');
    expect(refusal('a=1; Domain=shop.co.uk', 'https://www.shop.co.uk/')).toBeUndefined();
    expect(refusal('a=1; SameSite=Lax', APP, OTHER)).toBe('cross-site-frame');
    expect(refusal('a=1; SameSite=None; Secure', APP, OTHER)).toBeUndefined();
  });
});
