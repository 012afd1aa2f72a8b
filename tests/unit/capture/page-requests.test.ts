import { describe, expect, it } from 'vitest';
import { createPageRequests, MAX_FOLLOWED_REQUESTS } from '../../../lib/capture/page-requests.ts';
import type { NetworkEntry } from '../../../lib/flow/network-entry.ts';

const URL_OF_TOKEN = 'https://as.example/token';
const FORM = { formData: { grant_type: ['authorization_code'], code: ['c'] } };
const AUTHORIZED = [{ name: 'Authorization', value: 'Bearer at' }];

function create({ recording = true, flows = true } = {}) {
  const taken: NetworkEntry[] = [];
  const requests = createPageRequests({
    isWanted: () => recording,
    hasFlows: () => flows,
    take: (entry) => taken.push(entry),
  });
  return { requests, taken };
}

const event = (requestId = '1', url = URL_OF_TOKEN, method = 'POST', timeStamp = 1_000) =>
  ({ requestId, url, method, timeStamp, type: 'xmlhttprequest', initiator: 'https://app.example' }) as const;

describe('requests of a page', () => {
  it('are put together of their events', () => {
    const { requests, taken } = create();
    requests.begun({ ...event(), requestBody: FORM });
    requests.sent({ ...event(), requestHeaders: [{ name: 'Authorization', value: 'Basic YTpi' }] });
    requests.answered({
      ...event(),
      statusCode: 400,
      responseHeaders: [{ name: 'Cache-Control', value: 'no-store' }, { name: 'X-Binary' }],
    });
    expect(taken).toEqual([]);
    requests.completed({ ...event(), timeStamp: 1_250 });
    expect(taken).toEqual([
      {
        startedDateTime: '1970-01-01T00:00:01.000Z',
        time: 250,
        request: {
          method: 'POST',
          url: URL_OF_TOKEN,
          headers: [
            { name: 'Authorization', value: 'Basic YTpi' },
            { name: 'Origin', value: 'https://app.example' },
          ],
          postData: {
            params: [
              { name: 'grant_type', value: 'authorization_code' },
              { name: 'code', value: 'c' },
            ],
          },
        },
        response: { status: 400, headers: [{ name: 'Cache-Control', value: 'no-store' }] },
      },
    ]);
    requests.completed(event());
    expect(taken).toHaveLength(1);
  });

  it('that were answered and then withheld from the page have both their status and the error', () => {
    const { requests, taken } = create();
    requests.begun({ ...event(), requestBody: FORM });
    requests.answered({ ...event(), statusCode: 200, responseHeaders: [] });
    requests.failed({ ...event(), error: 'net::ERR_FAILED' });
    expect(taken).toMatchObject([{ _error: 'net::ERR_FAILED', response: { status: 200 } }]);
  });

  it('without an answer have none', () => {
    const { requests, taken } = create();
    requests.begun({ ...event(), requestBody: FORM });
    requests.failed({ ...event(), error: 'net::ERR_CONNECTION_REFUSED' });
    expect(taken).toMatchObject([{ _error: 'net::ERR_CONNECTION_REFUSED', response: { status: 0 } }]);
  });

  it('that are redirected are one for each address', () => {
    const { requests, taken } = create();
    requests.begun({ ...event(), requestBody: FORM });
    requests.answered({ ...event(), statusCode: 307 });
    requests.begun({ ...event('1', 'https://as.example/v2/token'), requestBody: FORM });
    requests.answered({ ...event(), statusCode: 200 });
    requests.completed(event());
    expect(taken.map(({ request, response }) => [request.url, response.status])).toEqual([
      [URL_OF_TOKEN, 307],
      ['https://as.example/v2/token', 200],
    ]);
  });

  it('with a token in a header are taken while there is a flow', () => {
    for (const flows of [true, false]) {
      const { requests, taken } = create({ flows });
      const call = event('7', 'https://api.example/accounts', 'GET');
      requests.begun(call);
      requests.sent({ ...call, requestHeaders: AUTHORIZED });
      requests.answered({ ...call, statusCode: 200 });
      requests.completed(call);
      expect(taken.map(({ request }) => request.url)).toEqual(flows ? [call.url] : []);
    }
  });

  it('of an ordinary page, of an extension, and while nothing is recorded, are not followed', () => {
    const ordinary = { formData: { user: ['me'], password: ['secret'] } };
    const { requests, taken } = create();
    requests.begun({ ...event('1'), requestBody: ordinary });
    requests.begun({ ...event('2', 'https://shop.example/api/search', 'GET') });
    requests.begun({ ...event('3'), initiator: 'chrome-extension://abc', requestBody: FORM });
    const off = create({ recording: false });
    off.requests.begun({ ...event('1'), requestBody: FORM });
    off.requests.sent({ ...event('1'), requestHeaders: AUTHORIZED });
    for (const id of ['1', '2', '3']) {
      requests.completed(event(id));
      off.requests.completed(event(id));
    }
    expect([...taken, ...off.taken]).toEqual([]);
  });

  it('that never end are given up, the oldest first', () => {
    const { requests, taken } = create();
    for (let id = 0; id <= MAX_FOLLOWED_REQUESTS; id++)
      requests.begun({ ...event(String(id)), requestBody: FORM });
    requests.completed(event('0'));
    expect(taken).toEqual([]);
    requests.completed(event('1'));
    expect(taken).toHaveLength(1);
  });
});
