import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { HttpBrowser } from './support/http-browser.ts';
import { httpRequest } from './support/http-request.ts';
import { attributeOf, formAt, unescapeHtml } from './support/markup.ts';

let sandbox: Sandbox;
let callback: string;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['lab', 'client'] });
  callback = `${sandbox.urls.client}/callback`;
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.inbox.clear());

const CODE = 'lab-code-[0-9a-f-]{36}';

function url(path: string, extra: Record<string, string> = {}): string {
  const usual = { client_id: 'lab-client', redirect_uri: callback, state: 'st 1', response_type: 'code' };
  return `${sandbox.urls.lab}/authorize${path}?${new URLSearchParams({ ...usual, ...extra })}`;
}

async function visit(path: string, extra: Record<string, string> = {}): Promise<HttpBrowser> {
  const browser = new HttpBrowser();
  await browser.goto(url(path, extra));
  return browser;
}

describe('the way back', () => {
  it.each([301, 302, 303, 307, 308])('by status %i', async (status) => {
    const answer = await httpRequest(url(`/${status}/query`));
    expect(answer.status).toBe(status);
    expect(answer.location).toMatch(new RegExp(`^${callback}\\?code=${CODE}&state=st\\+1$`));
  });

  it('by meta refresh', async () => {
    const { status, body } = await httpRequest(url('/meta/query'));
    expect(status).toBe(200);
    const content = attributeOf(/<meta http-equiv="refresh"[^>]*>/.exec(body)?.[0] ?? '', 'content');
    expect(content).toMatch(new RegExp(`^0;url=${callback}\\?code=${CODE}&state=st\\+1$`));
  });

  it('by script', async () => {
    const { status, body } = await httpRequest(url('/script/fragment'));
    expect(status).toBe(200);
    expect(body).toMatch(new RegExp(`location\\.href = "${callback}#code=${CODE}&state=st\\+1";`));
  });

  it('slowly, with two more redirects on its own host', async () => {
    const { hops } = await visit('/slow/query');
    expect(hops.map(({ status, url: address }) => [status, new URL(address).pathname.split('/')[1]])).toEqual(
      [
        [302, 'authorize'],
        [302, 'hop'],
        [302, 'hop'],
        [200, 'callback'],
      ],
    );
  });

  it.each([0, 5, 20])('over a chain of %i hops', async (count) => {
    const { hops } = await visit(`/chain/${count}`);
    expect(hops.map(({ status }) => status)).toEqual([...Array(count + 1).fill(302), 200]);
  });

  it('is refused where it makes no sense', async () => {
    expect((await httpRequest(url('/chain/21'))).status).toBe(400);
    expect((await httpRequest(url('/404/query'))).status).toBe(404);
    expect((await httpRequest(url('/302/pigeon'))).status).toBe(404);
    expect((await httpRequest(url('', { redirect_uri: '' }))).status).toBe(400);
    expect((await httpRequest(url('', { response_mode: 'constructor' }))).status).toBe(400);
    expect((await httpRequest(`${sandbox.urls.lab}/hop/unknown/1`)).status).toBe(404);
  });

  it('goes to any redirect URI, and keeps the query it has', async () => {
    const scheme = await httpRequest(url('/302/query', { redirect_uri: 'myapp://callback?a=1' }));
    expect(scheme.location).toMatch(new RegExp(`^myapp://callback\\?a=1&code=${CODE}&state=st\\+1$`));
  });
});

describe('the channel', () => {
  it.each([
    ['query', '\\?code='],
    ['fragment', '#code='],
    ['query.jwt', '\\?response=eyJ'],
    ['jwt', '\\?response=eyJ'],
    ['fragment.jwt', '#response=eyJ'],
  ])('follows response_mode %s', async (response_mode, start) => {
    const { location } = await httpRequest(url('', { response_mode }));
    expect(location).toMatch(new RegExp(`^${callback}${start}`));
  });

  it('form_post posts the answer', async () => {
    await visit('/302/form_post');
    const [received] = sandbox.inbox.callbacks();
    expect(received).toMatchObject({ method: 'POST', search: '' });
    expect(received?.body).toMatch(new RegExp(`^code=${CODE}&state=st\\+1$`));
  });

  it.each([307, 308])('form_post through %i keeps method and body', async (status) => {
    const { hops } = await visit(`/${status}/form_post`);
    expect(hops.map((hop) => [hop.method, hop.status])).toEqual([
      ['GET', 200],
      ['POST', status],
      ['POST', 200],
    ]);
    expect(sandbox.inbox.callbacks()[0]?.body).toMatch(new RegExp(`^code=${CODE}&state=st\\+1$`));
  });

  it('JARM is signed by the published key, for this client', async () => {
    const { location = '' } = await httpRequest(url('/302/jarm-query'));
    const jwks = JSON.parse((await httpRequest(`${sandbox.urls.lab}/jwks`)).body) as JSONWebKeySet;
    const { payload, protectedHeader } = await jwtVerify(
      new URL(location).searchParams.get('response') ?? '',
      createLocalJWKSet(jwks),
    );
    expect(protectedHeader).toEqual({ alg: 'ES256', kid: 'lab-es256' });
    expect(payload).toEqual({
      iss: sandbox.urls.lab,
      aud: 'lab-client',
      exp: expect.any(Number),
      code: expect.stringMatching(CODE),
      state: 'st 1',
    });
    expect(Object.keys(jwks.keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });
});

describe('the answer', () => {
  const queryFor = async (answer: string): Promise<string> => {
    const { location = '' } = await httpRequest(url('', { answer }));
    return location.slice(callback.length);
  };

  it.each([
    [
      'access_denied',
      '?error=access_denied&error_description=The+lab+was+asked+to+send+this+error.&state=st+1',
    ],
    ['repeated-code', '?code=lab-code-first&code=lab-code-second&state=st+1'],
    ['code-and-error', '?code=lab-code-with-error&error=access_denied&state=st+1'],
    ['neither', '?state=st+1'],
    ['bad-percent', '?code=%zz&state=st%201&note=%C3%28'],
  ])('%s', async (answer, query) => {
    expect(await queryFor(answer)).toBe(query);
  });

  it('unknown-state', async () => {
    expect(await queryFor('unknown-state')).toMatch(
      new RegExp(`^\\?code=${CODE}&state=never-sent-[0-9a-f-]{36}$`),
    );
  });

  it('control', async () => {
    const code = new URLSearchParams(await queryFor('control')).get('code') ?? '';
    for (const character of ['\u0000', '\u001b', '\r\n', '\u202E', '\u2066', '\uFEFF', '\u{E0041}']) {
      expect(code).toContain(character);
    }
  });

  it('html is escaped by the pages of the sandbox', async () => {
    const { html } = await visit('/302/form_post', { answer: 'html' });
    expect(html).not.toContain('<script>document.title');
    expect(html).not.toContain('<img');
    expect(unescapeHtml(html)).toContain('<dd class="value"><script>document.title="owned"</script></dd>');
    const script = await httpRequest(
      url('/script/query', { answer: 'html', redirect_uri: 'x:</script><b>' }),
    );
    expect(script.body).toContain('location.href = "x:\\u003c/script>\\u003cb>?code=');
  });

  it.each([
    ['302', 200_000],
    ['script', 1_000_000],
    ['meta', 1_000_000],
  ])('huge, as large as a browser takes by %s', async (via, size) => {
    await visit(`/${via}/query`, { answer: 'huge' });
    const query = new URLSearchParams(sandbox.inbox.callbacks()[0]?.search);
    expect(query.get('padding')?.length).toBe(size);
  });

  it('huge by form', async () => {
    const { html } = await visit('/302/form_post', { answer: 'huge' });
    expect(new URLSearchParams(sandbox.inbox.callbacks()[0]?.body).get('padding')?.length).toBe(1_000_000);
    expect(html).toContain('Callback received');
  });

  it('bad-percent by form stays as it is, in a body of plain text', async () => {
    const page = await httpRequest(url('/302/form_post', { answer: 'bad-percent' }));
    expect(formAt(page.body, 0).enctype).toBe('text/plain');
    await visit('/302/form_post', { answer: 'bad-percent' });
    expect(sandbox.inbox.callbacks()[0]).toMatchObject({
      contentType: 'text/plain',
      body: 'code=%zz\r\nstate=st 1\r\nnote=%C3%28\r\n',
    });
  });
});

describe('the federated authorization server', () => {
  const federated = (
    query: Record<string, string>,
  ): Promise<{ status: number; location: string | undefined }> =>
    httpRequest(`${sandbox.urls.lab}/federated/authorize?${new URLSearchParams(query)}`);

  it('sends the browser to the broker with a state of its own', async () => {
    const answer = await federated({
      client_id: 'a',
      redirect_uri: callback,
      state: 'outer',
      response_type: 'code',
    });
    expect(answer.status).toBe(302);
    const { state, ...query } = Object.fromEntries(new URL(answer.location ?? '').searchParams);
    expect(query).toEqual({
      client_id: 'broker-client',
      redirect_uri: `${sandbox.urls.lab}/federation/callback`,
      response_type: 'code',
      scope: 'openid',
    });
    expect(state).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('passes an error of the broker on, with the outer state', async () => {
    const answer = await federated({
      client_id: 'a',
      redirect_uri: callback,
      state: 'outer',
      response_type: 'code',
    });
    const inner = new URL(answer.location ?? '').searchParams.get('state') ?? '';
    const back = `${sandbox.urls.lab}/federation/callback?error=access_denied&state=${inner}`;
    expect((await httpRequest(back)).location).toBe(`${callback}?error=access_denied&state=outer`);
    expect((await httpRequest(back)).status).toBe(400);
  });

  it('refuses what it cannot answer', async () => {
    expect((await federated({ client_id: 'a', redirect_uri: callback })).status).toBe(400);
    expect((await federated({ client_id: 'a', redirect_uri: 'callback', state: 's' })).status).toBe(400);
    const type = await federated({
      client_id: 'a',
      redirect_uri: callback,
      state: 's',
      response_type: 'token',
    });
    expect(type.location).toBe(`${callback}?error=unsupported_response_type&state=s`);
  });
});
