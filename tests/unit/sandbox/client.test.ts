import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../sandbox/scenarios.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { httpRequest, postForm, postJson } from './support/http-request.ts';
import { attributeOf, findTag } from './support/markup.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['start', 'client', 'lab', 'broker'] });
});
afterAll(() => sandbox.stop());

describe('the callback page', () => {
  it.each(['/callback', '/cb/any/path'])('at %s shows what arrived', async (path) => {
    const { status, body, header } = await httpRequest(`${sandbox.urls.client}${path}?code=<b>&state=s`);
    expect(status).toBe(200);
    expect(body).toContain('<h1 id="callback">Callback received</h1>');
    expect(body).toContain(
      '<dt>code</dt><dd class="value">&lt;b&gt;</dd><dt>state</dt><dd class="value">s</dd>',
    );
    expect(header('referrer-policy')).toBe('no-referrer');
  });

  it('takes forms', async () => {
    const { body } = await postForm(`${sandbox.urls.client}/callback`, { code: 'c', state: 's' });
    expect(body).toContain('<dt>code</dt><dd class="value">c</dd><dt>state</dt><dd class="value">s</dd>');
    expect(sandbox.inbox.callbacks().at(-1)).toEqual({
      method: 'POST',
      path: '/callback',
      search: '',
      contentType: 'application/x-www-form-urlencoded',
      body: 'code=c&state=s',
    });
  });
});

describe('the webhook inbox', () => {
  it('lists what was posted, JSON or not', async () => {
    sandbox.inbox.clear();
    await postJson(`${sandbox.urls.client}/webhook`, { authorizationCode: 'a', state: 's' });
    await httpRequest(`${sandbox.urls.client}/webhook`, { method: 'POST', body: 'not JSON' });
    const { body } = await httpRequest(`${sandbox.urls.client}/webhook/inbox`);
    expect(JSON.parse(body)).toEqual([{ authorizationCode: 'a', state: 's' }, 'not JSON']);
  });

  it('keeps the last fifty', async () => {
    for (let index = 0; index < 51; index += 1) sandbox.inbox.addWebhook('application/json', String(index));
    expect(sandbox.inbox.webhooks().length).toBe(50);
    expect(sandbox.inbox.webhooks().at(-1)?.json).toBe(50);
    sandbox.inbox.clear();
  });
});

describe('the launch pages', () => {
  it.each([
    ['iframe', 'data-url'],
    ['popup', 'data-url'],
    ['tab', 'href'],
  ])('%s has one control that opens the URL', async (kind, attribute) => {
    const url = `${sandbox.urls.lab}/authorize?a=1&b="2"`;
    const page = await httpRequest(`${sandbox.urls.client}/launch/${kind}?url=${encodeURIComponent(url)}`);
    expect(attributeOf(findTag(page.body, '#open')?.tag ?? '', attribute)).toBe(url);
  });

  it('open nothing but http and https', async () => {
    const launch = `${sandbox.urls.client}/launch`;
    expect((await httpRequest(`${launch}/tab?url=javascript:alert(1)`)).status).toBe(400);
    expect((await httpRequest(`${launch}/tab`)).status).toBe(400);
    expect((await httpRequest(`${launch}/constructor?url=http://a`)).status).toBe(404);
  });
});

describe('the start page', () => {
  it('links every scenario', async () => {
    const { body } = await httpRequest(sandbox.urls.start);
    for (const { id, title } of SCENARIOS) expect(body).toContain(`<a href="/scenario/${id}">${title}</a>`);
  });

  it('starts a scenario with fresh values', async () => {
    const link = `${sandbox.urls.start}/scenario/lab-via-302`;
    const [first, second] = [await httpRequest(link), await httpRequest(link)];
    expect(first.status).toBe(303);
    expect(first.location?.startsWith(`${sandbox.urls.lab}/authorize/302/query?`)).toBe(true);
    expect(first.location).not.toBe(second.location);
  });

  it('says so when that part of the sandbox is not running', async () => {
    const { status, body } = await httpRequest(`${sandbox.urls.start}/scenario/openid-par`);
    expect(status).toBe(502);
    expect(body).toContain('This scenario did not start');
    expect((await httpRequest(`${sandbox.urls.start}/scenario/unknown`)).status).toBe(404);
  });
});

describe('the identity broker', () => {
  const open = (
    query: Record<string, string>,
  ): Promise<{ status: number; location: string | undefined; body: string }> =>
    httpRequest(`${sandbox.urls.broker}/idp/authorize?${new URLSearchParams(query)}`);

  it('knows one client and one redirect URI', async () => {
    const redirect_uri = `${sandbox.urls.lab}/federation/callback`;
    const valid = { client_id: 'broker-client', redirect_uri, response_type: 'code', state: 's' };
    expect((await open(valid)).status).toBe(200);
    expect((await open({ ...valid, client_id: 'x' })).body).toContain('client_id is not registered here.');
    expect((await open({ ...valid, redirect_uri: 'http://x' })).status).toBe(400);
    expect((await open({ ...valid, response_type: 'token' })).location).toBe(
      `${redirect_uri}?error=unsupported_response_type&state=s`,
    );
  });

  it('asks again after a wrong password', async () => {
    const redirect_uri = `${sandbox.urls.lab}/federation/callback`;
    const page = await open({ client_id: 'broker-client', redirect_uri, response_type: 'code', state: 's' });
    const transaction = /name="transaction" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const login = `${sandbox.urls.broker}/idp/login`;
    const wrong = await postForm(login, { transaction, username: 'demo', password: 'x' });
    expect(wrong.body).toContain('Wrong user name or password. Try again.');
    const right = await postForm(login, { transaction, username: 'demo', password: 'demo' });
    expect(right.location).toMatch(new RegExp(`^${redirect_uri}\\?code=inner-[0-9a-f-]{36}&state=s$`));
    expect((await postForm(login, { transaction, username: 'demo', password: 'demo' })).status).toBe(400);
  });
});
