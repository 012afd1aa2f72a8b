import { describe, expect, it } from 'vitest';
import { releasedRequest } from '../../../../lib/capture/hold/released-request.ts';
import type { Callback } from '../../../../lib/flow/types.ts';
import { readAuthorizationResponse } from '../../../../lib/oauth/authorization-response.ts';
import { ALIASES } from '../../support/catalogue.ts';

function callback(url: string, method = 'GET', body?: Callback['body']): Callback {
  const response = readAuthorizationResponse({ url, method, body }, ALIASES);
  return {
    url,
    method,
    at: 1,
    response,
    recognition: 'parameters',
    delivery: 'held',
    ...(body ? { body } : {}),
  };
}
const APP = 'https://app.example/cb';
const AS_IT_WAS = { as: 'it was' } as const;

describe('the request of a release', () => {
  it('is the callback as it came, byte for byte', () => {
    const url = `${APP}?code=a%2fb+c&&state=%7E#_=_`;
    expect(releasedRequest(callback(url), AS_IT_WAS)).toEqual({
      request: { url, method: 'GET' },
      changes: [],
    });
  });

  it('is a form with the same fields, or with others', () => {
    const body = {
      kind: 'form',
      fields: [
        ['code', 'a b&+'],
        ['state', 's'],
      ],
    } as const;
    expect(releasedRequest(callback(APP, 'POST', body), AS_IT_WAS).request).toEqual({
      url: APP,
      method: 'POST',
      body,
    });
    const parameters = [{ from: 0, name: 'code', value: 'x' }];
    expect(releasedRequest(callback(APP, 'POST', body), { as: 'changed', parameters })).toEqual({
      request: { url: APP, method: 'POST', body: { kind: 'form', fields: [['code', 'x']] } },
      changes: [
        { name: 'code', from: 'a b&+', to: 'x' },
        { name: 'state', from: 's' },
      ],
    });
  });

  it('is a plain-text form where that is what came', () => {
    const body = { kind: 'text', text: 'code=%zz\r\nstate=s\r\n' } as const;
    expect(releasedRequest(callback(APP, 'POST', body), AS_IT_WAS).request.body).toEqual(body);
  });

  it.each([
    [
      { kind: 'text', text: '{"code":1}' },
      'The body of this callback is no form, and a browser sends nothing else again.',
    ],
    [
      { kind: 'text', text: 'code=1', truncated: true },
      'The body of this callback was too long to be kept whole, so it cannot be sent again.',
    ],
  ] as const)('is refused for a body that no form can send: %j', (body, message) => {
    expect(() => releasedRequest(callback(APP, 'POST', body), AS_IT_WAS)).toThrow(message);
  });

  it.each([
    'javascript:alert(1)//?code=1&state=2',
    'data:text/html,x?code=1',
    'chrome-extension://abc/x?code=1',
  ])('is refused for a scheme of the browser itself: %s', (url) => {
    expect(() => releasedRequest(callback(url), AS_IT_WAS)).toThrow(
      'This callback goes to a scheme of the browser itself, so it is not released.',
    );
  });

  it('may go to an application’s own scheme', () => {
    const url = 'myapp://callback?code=1&state=2';
    expect(releasedRequest(callback(url), AS_IT_WAS).request).toEqual({ url, method: 'GET' });
  });
});
