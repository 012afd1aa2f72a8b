import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { EXPORT_FORMATS } from '../../../lib/export/export-formats.ts';
import { createImporter } from '../../../lib/export/import-file.ts';
import { writeExport } from '../../../lib/export/write-export.ts';
import type { Observation, RequestBody } from '../../../lib/flow/observation.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { live, observeAll } from '../support/life.ts';
import { memoryArchive, memoryArea, memorySettings } from '../support/memory.ts';
import { fold, onlyFlow, Story } from '../support/observations.ts';

const CLIENT = 'https://app.example/cb';
const AS = 'https://as.example';
const AUTHORIZE = `${AS}/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=s1`;
const PUSHED = `${AS}/authorize?client_id=c1&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Ax`;
const LOGIN = `${AS}/login`;
const CANARY = 'cAnArY-3141';

const form = (fields: Readonly<Record<string, string>>): RequestBody => ({
  kind: 'form',
  fields: Object.entries(fields),
});
const text = (content: string): RequestBody => ({ kind: 'text', text: content });

/** Everything that a person can type into a page of a sign-in, and how the page sends it. */
const TYPED: readonly (readonly [string, RequestBody])[] = [
  ['a password', form({ user: CANARY, password: CANARY })],
  ['fields of any name', form({ feld1: CANARY, x7: CANARY })],
  ['a one-time code in a field named code', form({ code: '271828', state: 's1' })],
  ['a recovery code in a field named code', form({ code: CANARY, state: 's1', remember: CANARY })],
  [
    'a one-time code beside parameters of the request',
    form({ client_id: 'c1', redirect_uri: CLIENT, response_type: 'code', code: '271828' }),
  ],
  [
    'a password beside parameters of the request',
    form({
      username: CANARY,
      password: CANARY,
      client_id: 'c1',
      redirect_uri: CLIENT,
      response_type: 'code',
    }),
  ],
  [
    'fields of any name beside parameters of the request',
    form({ kw: CANARY, client_id: 'c1', redirect_uri: CLIENT, response_type: 'code', state: 's1' }),
  ],
  ['a form as text', text(`user=${CANARY}&pw=${CANARY}`)],
  ['JSON', text(JSON.stringify({ login: { user: CANARY, pin: CANARY } }))],
  ['XML', text(`<login><pin>${CANARY}</pin></login>`)],
  ['multipart', text(`--b\r\nContent-Disposition: form-data; name="p"\r\n\r\n${CANARY}\r\n--b--`)],
  ['bare text', text(CANARY)],
  ['an empty error beside a password', form({ error: '', state: 's1', passwort: CANARY })],
];

/** Where in a flow, or outside of one, it is sent. */
const PLACES: readonly (readonly [string, (body: RequestBody) => Story])[] = [
  [
    'at a page of the provider',
    (body) =>
      new Story()
        .request(AUTHORIZE)
        .redirect(AUTHORIZE, 302, LOGIN)
        .respond(LOGIN)
        .request(LOGIN, { method: 'POST', body, initiator: AS }),
  ],
  [
    'at the URL of the request itself',
    (body) =>
      new Story()
        .request(AUTHORIZE)
        .respond(AUTHORIZE)
        .request(AUTHORIZE, { method: 'POST', body, initiator: AS }),
  ],
  [
    'at a URL that looks like a callback',
    (body) =>
      new Story()
        .request(AUTHORIZE)
        .respond(AUTHORIZE)
        .request(`${LOGIN}?code=abc&state=s1`, { method: 'POST', body, initiator: AS }),
  ],
  [
    'after a pushed request, which names no redirect URI',
    (body) =>
      new Story().request(PUSHED).respond(PUSHED).request(LOGIN, { method: 'POST', body, initiator: AS }),
  ],
  [
    'at another host of the provider',
    (body) =>
      new Story()
        .request(AUTHORIZE)
        .respond(AUTHORIZE)
        .request('https://mfa.example/verify', { method: 'POST', body, initiator: AS }),
  ],
  [
    'by a browser that names no page',
    (body) => new Story().request(AUTHORIZE).respond(AUTHORIZE).request(LOGIN, { method: 'POST', body }),
  ],
  [
    'in a frame',
    (body) => {
      const flow = new Story().request(AUTHORIZE).respond(AUTHORIZE);
      const frame = new Story(1, 7).at(50).request(LOGIN, { method: 'POST', body, initiator: AS });
      flow.observations.push(...frame.observations);
      return flow;
    },
  ],
  [
    'with nothing recorded before',
    (body) => new Story().request(LOGIN, { method: 'POST', body, initiator: AS }),
  ],
  [
    'with nothing recorded before, between two hosts',
    (body) => new Story().request('https://mfa.example/verify', { method: 'POST', body, initiator: AS }),
  ],
  [
    'and sent on to the client by a redirect with status 307',
    (body) =>
      new Story()
        .request(AUTHORIZE)
        .respond(AUTHORIZE)
        .request(LOGIN, { method: 'POST', body, initiator: AS })
        .redirect(LOGIN, 307, `${CLIENT}?code=abc&state=s1`, false)
        .request(`${CLIENT}?code=abc&state=s1`, { method: 'POST', body, initiator: AS, same: true }),
  ],
  [
    'after the callback',
    (body) =>
      new Story()
        .request(AUTHORIZE)
        .redirect(AUTHORIZE, 302, `${CLIENT}?code=abc&state=s1`)
        .respond(CLIENT)
        .request('https://app.example/account', { method: 'POST', body, initiator: 'https://app.example' }),
  ],
];

const leaks = (where: unknown): boolean => /cAnArY-3141|271828/.test(JSON.stringify(where));

describe.each(PLACES)('what a person types %s', (_, story) => {
  it.each(TYPED)('is not recorded: %s', (_name, body) => {
    const flows = fold(story(body).observations).tracker.flows;
    expect(leaks(flows)).toBe(false);
  });
});

describe.each(PLACES)('storage and exports of what a person types %s', (_, story) => {
  const all = TYPED.map(([, body], index) => moved(story(body), 1 + index));
  const flowsOfAll = all.flatMap(({ observations }) => fold(observations).tracker.flows).length;

  it('hold nothing of it, neither while the journal is not read yet nor later', async () => {
    const storage = {
      area: memoryArea(),
      archive: memoryArchive(),
      settings: memorySettings({ recording: 'always', history: true }),
    };
    const seen: unknown[] = [];
    const set = storage.area.set;
    const area = {
      ...storage.area,
      set(items: Record<string, unknown>) {
        seen.push(items);
        return set(items);
      },
    };
    const life = live({ ...storage, area });
    life.store.history.setOn(true);
    for (const story of all.slice(0, 4)) observeAll(life, story);
    await life.recorder.ready;
    for (const story of all.slice(4)) observeAll(life, story);
    await vi.waitFor(() =>
      expect(life.store.live().every(({ private: known }) => known !== undefined)).toBe(true),
    );
    await life.store.history.settled();
    expect(life.store.live()).toHaveLength(flowsOfAll);
    expect(seen.filter(leaks)).toEqual([]);
    expect([...life.archive.flows.values()].filter(leaks)).toEqual([]);
    expect(life.store.summaries().filter(leaks)).toEqual([]);
    const flows = life.store.live().map((flow) => ({ flow, findings: [] }));
    for (const { id } of EXPORT_FORMATS) {
      expect(
        leaks(writeExport(id, { flows, version: '1', now: 0, redacted: false, catalogue: CATALOGUE })),
      ).toBe(false);
    }
  });

  it('are the same when the journal is read back', async () => {
    const storage = {
      area: memoryArea(),
      archive: memoryArchive(),
      settings: memorySettings({ recording: 'always' }),
    };
    const life = live(storage);
    await life.recorder.ready;
    for (const story of all) observeAll(life, story);
    await vi.waitFor(() =>
      expect(life.store.live().every(({ private: known }) => known !== undefined)).toBe(true),
    );
    const again = live(storage);
    await again.recorder.ready;
    const bodies = (flows: readonly Flow[]) =>
      flows.map(({ hops, status }) => [status, hops.map(({ url, body }) => [url, body])]);
    expect(bodies(again.store.live())).toEqual(bodies(life.store.live()));
  });

  it('lose what an earlier version wrote into the journal', async () => {
    const area = memoryArea();
    for (const observation of all.flatMap(({ observations }) => observations)) {
      await area.set({ [`o:${observation.id}`]: observation });
    }
    expect(leaks([...area.items])).toBe(true);
    const life = live({ area, archive: memoryArchive(), settings: memorySettings({ recording: 'always' }) });
    await life.recorder.ready;
    await vi.waitFor(() => expect(leaks([...area.items])).toBe(false));
    expect(life.store.live()).toHaveLength(flowsOfAll);
  });
});

describe('an import', () => {
  it('takes nothing of it from a file, whether of another tool or of an earlier version', () => {
    const session = onlyFlow(
      new Story()
        .request(AUTHORIZE)
        .respond(AUTHORIZE)
        .request(LOGIN, { method: 'POST', body: form({ a: 'b' }) }),
    );
    const old = {
      ...session,
      hops: session.hops.map((hop) =>
        hop.method === 'POST'
          ? { ...hop, url: `${hop.url}?pin=${CANARY}`, body: form({ user: CANARY }) }
          : hop,
      ),
    };
    const importer = createImporter(0, CATALOGUE);
    importer.push(JSON.stringify({ format: 'grantscope-session', version: 1, flows: [old] }));
    const read = importer.finish();
    expect(read.ok && read.value.flows).toHaveLength(1);
    expect(leaks(read)).toBe(false);

    const har = createImporter(0, CATALOGUE);
    const entry = (url: string, method: string, postData?: object) => ({
      startedDateTime: '2026-01-01T00:00:00.000Z',
      time: 1,
      _resourceType: 'document',
      request: { method, url, headers: [], ...(postData ? { postData } : {}) },
      response: { status: 200, headers: [] },
    });
    har.push(
      JSON.stringify({
        log: {
          entries: [
            entry(AUTHORIZE, 'GET'),
            entry(`${LOGIN}?tan=${CANARY}`, 'POST', {
              mimeType: 'application/x-www-form-urlencoded',
              text: `user=${CANARY}`,
            }),
          ],
        },
      }),
    );
    const traced = har.finish();
    expect(traced.ok && traced.value.flows[0]?.hops).toHaveLength(2);
    expect(leaks(traced)).toBe(false);
  });
});

describe('names', () => {
  it('are kept of every form', () => {
    const flow = onlyFlow(
      new Story()
        .request(AUTHORIZE)
        .respond(AUTHORIZE)
        .request(LOGIN, { method: 'POST', body: form({ user: 'a', password: 'b' }), initiator: AS }),
    );
    expect(flow.hops[1]?.body).toEqual({
      kind: 'names',
      format: 'form',
      withheld: [{ name: 'user' }, { name: 'password' }],
    });
  });
});

describe('bodies that are kept', () => {
  it('a callback by form_post, but for a password in it', () => {
    const body = form({ code: 'abc', state: 's1', extra: 'kept', pin: CANARY });
    const flow = onlyFlow(
      new Story()
        .request(AUTHORIZE)
        .respond(AUTHORIZE)
        .request(CLIENT, { method: 'POST', body, initiator: AS }),
    );
    expect(flow.callback?.body).toEqual({
      kind: 'form',
      fields: [
        ['code', 'abc'],
        ['state', 's1'],
        ['extra', 'kept'],
      ],
      withheld: [{ name: 'pin' }],
    });
    expect(flow.callback?.response.values.code?.value).toBe('abc');
  });

  it('a callback by form_post whose state is wrong or missing', () => {
    for (const fields of [{ code: '123456', state: 'other' }, { code: 'abc' }, { error: 'access_denied' }]) {
      const flow = onlyFlow(
        new Story()
          .request(AUTHORIZE)
          .respond(AUTHORIZE)
          .request(CLIENT, { method: 'POST', body: form(fields as Record<string, string>), initiator: AS }),
      );
      expect(flow.callback?.body).toEqual(form(fields as Record<string, string>));
    }
  });

  it('a callback of which no request was seen: the response’s own parameters', () => {
    const body = form({ code: 'SplxlOBeZQQYbYS6WxSbIA', state: 'xyz', other: CANARY });
    const flow = onlyFlow(
      new Story().request('https://app.example/cb', { method: 'POST', body, initiator: AS }),
    );
    expect(flow.callback?.body).toMatchObject({
      fields: [
        ['code', 'SplxlOBeZQQYbYS6WxSbIA'],
        ['state', 'xyz'],
      ],
      withheld: [{ name: 'other' }],
    });
  });

  it('an authorize request that was posted: the protocols’ own parameters', () => {
    const body = text(
      'response_type=code&client_id=c1&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=s1&my_field=cAnArY-3141',
    );
    const flow = onlyFlow(
      new Story().request(`${AS}/authorize`, { method: 'POST', body, initiator: 'https://app.example' }),
    );
    expect(flow.hops[0]?.body).toEqual({
      kind: 'text',
      text: 'response_type=code&client_id=c1&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=s1',
      withheld: [{ name: 'my_field' }],
    });
    expect(flow.request?.values.state?.value).toBe('s1');
  });

  it('a callback at the redirect URI of a nested authorization', () => {
    const back = `${AS}/broker/callback`;
    const inner = `https://idp.example/authorize?response_type=code&client_id=b&redirect_uri=${encodeURIComponent(back)}&state=s2&response_mode=form_post`;
    const body = form({ code: 'SplxlOBeZQQYbYS6WxSbIA', state: 's2' });
    const flow = onlyFlow(
      new Story()
        .request(AUTHORIZE)
        .redirect(AUTHORIZE, 302, inner)
        .respond(inner)
        .request(back, { method: 'POST', body, initiator: 'https://idp.example' }),
    );
    expect(flow.hops.at(-1)?.body).toEqual(body);
  });
});

it('whatever fields a form of the provider’s own page has, no value of it is in a flow', () => {
  const name = fc.oneof(
    fc.constantFrom(
      'code',
      'state',
      'client_id',
      'redirect_uri',
      'response_type',
      'request',
      'error',
      'id_token',
      'response',
      'scope',
      'password',
    ),
    fc.stringMatching(/^[a-z_]{1,12}$/),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...PLACES.slice(0, 4)),
      fc.uniqueArray(name, { minLength: 1, maxLength: 8 }),
      ([, story], names) => {
        fc.pre(
          !names.every((one) =>
            ['client_id', 'redirect_uri', 'response_type', 'request', 'scope', 'state'].includes(one),
          ),
        );
        const fields = Object.fromEntries(names.map((one, index) => [one, `${CANARY}${index}`]));
        expect(leaks(fold(story(form(fields)).observations).tracker.flows)).toBe(false);
      },
    ),
  );
});

/** The same story in a tab of its own. */
function moved(story: Story, tabId: number): Story {
  const other = new Story(tabId);
  for (const one of story.observations) {
    const requestId = 'requestId' in one ? { requestId: `${tabId}-${one.requestId}` } : {};
    other.observations.push({ ...one, ...requestId, tabId, id: `${one.id}-${tabId}` } as Observation);
  }
  return other;
}
