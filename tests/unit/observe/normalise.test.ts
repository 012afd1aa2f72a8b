import { describe, expect, it } from 'vitest';
import { missedCallbacks, urlFingerprint } from '../../../lib/capture/look-at-tabs.ts';
import { createMetadata } from '../../../lib/capture/observation-ids.ts';
import { MAX_TEXT } from '../../../lib/flow/observation.ts';
import { isOwnPage } from '../../../lib/messaging/sender.ts';
import {
  navigationCommitted,
  navigationFailed,
  requestObserved,
  responseObserved,
} from '../../../lib/observe/normalise.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { flowsOf, Story } from '../support/observations.ts';

const STAMP = { id: '1', at: 1 };
const REQUEST = { requestId: '7', tabId: 1, frameId: 0, url: 'https://a.example/', method: 'POST' };
const bytes = (text: string) => ({ bytes: new TextEncoder().encode(text).buffer });

describe('requestObserved', () => {
  it('keeps the fields of a form in order, repeats included', () => {
    const details = { ...REQUEST, requestBody: { formData: { code: ['1', '2'], state: ['s'] } } };
    expect(requestObserved(details, STAMP)).toEqual({
      id: '1',
      at: 1,
      kind: 'request',
      eventSource: 'webRequest',
      tabId: 1,
      frameId: 0,
      requestId: '7',
      method: 'POST',
      url: 'https://a.example/',
      browserInitiated: true,
      body: {
        kind: 'form',
        fields: [
          ['code', '1'],
          ['code', '2'],
          ['state', 's'],
        ],
      },
    });
  });

  it('reads raw bytes as UTF-8, also across pieces', () => {
    const whole = new TextEncoder().encode('state=ü');
    const raw = [{ bytes: whole.slice(0, 7).buffer }, { bytes: whole.slice(7).buffer }];
    expect(requestObserved({ ...REQUEST, requestBody: { raw } }, STAMP)).toMatchObject({
      body: { kind: 'text', text: 'state=ü' },
    });
  });

  it('cuts a body that is too long and says so', () => {
    const raw = [bytes('x'.repeat(MAX_TEXT + 1))];
    expect(requestObserved({ ...REQUEST, requestBody: { raw } }, STAMP)).toMatchObject({
      body: { truncated: true, text: 'x'.repeat(MAX_TEXT) },
    });
  });

  it('says that no page caused it when the browser names none, and a page without an origin is not none', () => {
    expect(requestObserved(REQUEST, STAMP)).toMatchObject({ browserInitiated: true });
    const opaque = requestObserved({ ...REQUEST, originUrl: 'moz-nullprincipal:{1}' }, STAMP);
    expect(opaque).toMatchObject({ initiator: 'null' });
    expect(opaque).not.toHaveProperty('browserInitiated');
  });

  it.each([
    ['Chromium', { initiator: 'https://b.example' }, 'https://b.example'],
    ['Firefox', { originUrl: 'https://b.example/page?user=alice' }, 'https://b.example'],
  ])('names the initiator as %s does', (_, extra, initiator) => {
    expect(requestObserved({ ...REQUEST, ...extra }, STAMP)).toMatchObject({ initiator });
  });
});

describe('responseObserved', () => {
  it('finds Location whatever its letter case', () => {
    const responseHeaders = [{ name: 'LOCATION', value: '/next' }];
    expect(responseObserved({ ...REQUEST, statusCode: 302, responseHeaders }, STAMP)).toMatchObject({
      status: 302,
      location: '/next',
    });
  });

  it('keeps the referrer policy of the answer, cut short', () => {
    const observed = (value: string) =>
      responseObserved(
        { ...REQUEST, statusCode: 200, responseHeaders: [{ name: 'Referrer-Policy', value }] },
        STAMP,
      );
    expect(observed('unsafe-url')).toMatchObject({ referrerPolicy: 'unsafe-url' });
    expect(observed('x'.repeat(1_000))).toMatchObject({ referrerPolicy: 'x'.repeat(200) });
  });
});

describe('navigationCommitted', () => {
  const details = { tabId: 1, frameId: 0, url: 'https://a.example/' };
  it.each([
    ['typed', [], true],
    ['link', ['from_address_bar'], true],
    ['link', ['forward_back'], true],
    ['link', [], false],
    ['typed', ['client_redirect'], false],
    ['reload', [], false],
  ])('%s %j was caused by a person: %s', (transitionType, transitionQualifiers, byPerson) => {
    expect(navigationCommitted({ ...details, transitionType, transitionQualifiers }, STAMP)).toMatchObject({
      byPerson,
    });
  });
});

describe('navigationFailed', () => {
  it('has a name for the error also where the browser gives none', () => {
    expect(navigationFailed({ tabId: 1, frameId: 0, url: 'myapp://cb' }, STAMP)).toMatchObject({
      error: 'navigation failed',
    });
  });
});

describe('createStamps', () => {
  it('makes keys that sort by time, then by arrival', () => {
    const metadata = createMetadata('e');
    const ids = [metadata(5.7), metadata(5.2), metadata(4)].map(({ id }) => id);
    expect(ids.toSorted()).toEqual([ids[2], ids[0], ids[1]]);
  });
});

describe('missedCallbacks', () => {
  const CALLBACK = 'https://app.example/cb?code=1&state=s2';
  const frame = { tabId: 3, frameId: 0, url: CALLBACK };

  it('finds a callback on show that no flow knows', () => {
    expect(
      missedCallbacks([frame, { ...frame, url: 'https://app.example/' }], [], new Set(), CATALOGUE),
    ).toEqual([frame]);
  });

  it('passes over what a flow knows and what was on show before recording began', () => {
    expect(missedCallbacks([frame], flowsOf(new Story(3).request(CALLBACK)), new Set(), CATALOGUE)).toEqual(
      [],
    );
    expect(missedCallbacks([frame], [], new Set([urlFingerprint(CALLBACK)]), CATALOGUE)).toEqual([]);
  });
});

describe('isOwnPage', () => {
  const own = { id: 'me', origin: 'chrome-extension://me/' };
  it.each([
    ['one of our pages', { id: 'me', url: 'chrome-extension://me/panel.html' }, true],
    ['a web page', { id: 'me', url: 'https://evil.example/' }, false],
    ['another extension', { id: 'other', url: 'chrome-extension://other/x.html' }, false],
    ['nobody', undefined, false],
    ['a sender without a URL', { id: 'me' }, false],
  ])('%s: %s', (_, sender, expected) => {
    expect(isOwnPage(sender, own)).toBe(expected);
  });
});
