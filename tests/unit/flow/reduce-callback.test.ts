import { describe, expect, it } from 'vitest';
import { flowsOf, onlyFlow, Story, valuesOf } from '../support/observations.ts';

const CLIENT = 'https://app.example/callback';
const AUTHORIZE = `https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=s1`;
const ANSWER = `${CLIENT}?code=abc&state=s1`;
const LOGIN = 'https://as.example/login';

const simple = (): Story =>
  new Story().request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER).respond(ANSWER).committed(ANSWER);

describe('a flow', () => {
  it('starts at the authorize request and completes at the callback', () => {
    const flow = onlyFlow(simple());
    expect(flow.status).toBe('completed');
    expect(valuesOf(flow)).toEqual({ code: 'abc', state: 's1' });
    expect(flow.callback).toMatchObject({
      recognition: 'redirect-uri-and-state',
      delivery: 'answered',
      status: 200,
      url: ANSWER,
    });
    expect(flow.hops.map(({ role, cause, status, method }) => ({ role, cause, status, method }))).toEqual([
      { role: 'authorize request', cause: 'start', status: 302, method: 'GET' },
      { role: 'callback', cause: 'redirect', status: 200, method: 'GET' },
    ]);
    expect(flow.eventSources).toEqual(['webNavigation', 'webRequest']);
    expect(flow.marks).toEqual([]);
  });

  it('keeps the pages of a login as hops', () => {
    const story = new Story()
      .request(AUTHORIZE)
      .redirect(AUTHORIZE, 302, LOGIN)
      .respond(LOGIN)
      .request(LOGIN, { method: 'POST', body: { kind: 'form', fields: [['user', 'demo']] } })
      .redirect(LOGIN, 303, ANSWER)
      .respond(ANSWER);
    expect(onlyFlow(story).hops.map(({ role, cause, method }) => [role, cause, method])).toEqual([
      ['authorize request', 'start', 'GET'],
      ['provider', 'redirect', 'GET'],
      ['provider', 'page', 'POST'],
      ['callback', 'redirect', 'GET'],
    ]);
  });

  it('fails when the callback carries an error', () => {
    const answer = `${CLIENT}?error=access_denied&state=s1`;
    const flow = onlyFlow(new Story().request(AUTHORIZE).redirect(AUTHORIZE, 302, answer).respond(answer));
    expect(flow.status).toBe('failed');
    expect(valuesOf(flow)).toEqual({ error: 'access_denied', state: 's1' });
  });

  it('fails when the provider answers with an error page, and goes on when its next page answers', () => {
    const story = new Story().request(AUTHORIZE).respond(AUTHORIZE, 400);
    expect(onlyFlow(story).status).toBe('failed');
    expect(onlyFlow(story.request(LOGIN).respond(LOGIN)).status).toBe('open');
  });

  it('is failed, and its callback unreachable, when nobody listens at the redirect URI', () => {
    const story = new Story().request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER).fail(ANSWER);
    const flow = onlyFlow(
      story.request(ANSWER).fail(ANSWER).navigationFailed(ANSWER, 'net::ERR_CONNECTION_REFUSED'),
    );
    expect(flow.status).toBe('failed');
    expect(flow.callback).toMatchObject({ delivery: 'unreachable', error: 'net::ERR_CONNECTION_REFUSED' });
    expect(flow.hops.map(({ role }) => role)).toEqual(['authorize request', 'callback']);
  });

  it('takes a redirect to an application’s own scheme for its callback', () => {
    const request = AUTHORIZE.replace(encodeURIComponent(CLIENT), 'myapp%3A%2F%2Fcallback');
    const story = new Story()
      .request(request)
      .redirect(request, 302, 'myapp://callback?code=abc&state=s1', false);
    const flow = onlyFlow(
      story
        .fail(request, 'net::ERR_UNKNOWN_URL_SCHEME')
        .navigationFailed('myapp://callback?code=abc&state=s1'),
    );
    expect(flow.status).toBe('completed');
    expect(flow.callback).toMatchObject({ delivery: 'handed over', recognition: 'redirect-uri-and-state' });
  });

  it('takes a script’s navigation to an application’s own scheme for its callback', () => {
    const request = AUTHORIZE.replace(encodeURIComponent(CLIENT), 'myapp%3A%2F%2Fcallback');
    const story = new Story()
      .request(request)
      .respond(request)
      .navigationFailed('myapp://callback?code=abc&state=s1');
    expect(onlyFlow(story)).toMatchObject({ status: 'completed', callback: { delivery: 'handed over' } });
  });

  it('reads a form_post body, also when a committed navigation was told of first', () => {
    const request = `${AUTHORIZE}&response_mode=form_post`;
    const body = {
      kind: 'form',
      fields: [
        ['code', 'abc'],
        ['state', 's1'],
      ],
    } as const;
    const story = new Story()
      .request(request)
      .respond(request)
      .committed(CLIENT)
      .request(CLIENT, { method: 'POST', body })
      .respond(CLIENT);
    const flow = onlyFlow(story);
    expect(flow.callback).toMatchObject({ method: 'POST', recognition: 'redirect-uri-and-state' });
    expect(flow.callback?.response.channel).toBe('form_post');
    expect(valuesOf(flow)).toEqual({ code: 'abc', state: 's1' });
    expect(flow.marks).toEqual([]);
  });

  it('knows its redirect URI by the aliases providers use', () => {
    const request = `https://as.example/authorize?response_type=code&client_id=c1&redirect_url=${encodeURIComponent(CLIENT)}&state=s1&flowid=GetPSD2AuthCode`;
    const flow = onlyFlow(
      new Story().request(request).redirect(request, 301, `${ANSWER}&flowid=GetPSD2AuthCode`),
    );
    expect(flow).toMatchObject({
      profileId: 'connectpay',
      callback: { recognition: 'redirect-uri-and-state' },
    });
    expect(flow.request?.values.redirect_uri).toEqual({
      name: 'redirect_url',
      value: CLIENT,
      source: 'query',
    });
  });

  it('knows its redirect URI from inside a request object', () => {
    const claims = { response_type: 'code id_token', client_id: 'c1', redirect_uri: CLIENT };
    const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const request = `https://as.example/?request=${encode({ alg: 'PS256' })}.${encode(claims)}.c2ln&state=s1`;
    const answer = `${CLIENT}?authorizationCode=abc&state=s1`;
    const flow = onlyFlow(new Story().request(request).redirect(request, 302, answer));
    expect(flow).toMatchObject({
      profileId: 'leatherback',
      callback: { recognition: 'redirect-uri-and-state' },
    });
    expect(flow.callback?.response.values.code).toEqual({
      name: 'authorizationCode',
      value: 'abc',
      source: 'query',
    });
  });

  it('knows the callback of a pushed request by what was launched', () => {
    const request =
      'https://as.example/authorize?client_id=c1&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Ax';
    const story = new Story(4)
      .launched(request, { tabId: -1, redirectUri: CLIENT, state: 's1' })
      .request(request)
      .redirect(request, 302, ANSWER);
    expect(onlyFlow(story)).toMatchObject({
      tabId: 4,
      profileId: 'openid',
      marks: ['launched'],
      callback: { recognition: 'redirect-uri-and-state' },
    });
  });

  it.each(['navigating', 'request', 'callback'] as const)(
    'is one when its tab is told of only after the %s',
    (after) => {
      const story = new Story(4).launched(AUTHORIZE, { tabId: -1 }).navigating(AUTHORIZE);
      if (after === 'navigating') story.launched(AUTHORIZE);
      story.request(AUTHORIZE);
      if (after === 'request') story.launched(AUTHORIZE);
      story.redirect(AUTHORIZE, 302, ANSWER).respond(ANSWER);
      if (after === 'callback') story.launched(AUTHORIZE);
      expect(onlyFlow(story)).toMatchObject({ tabId: 4, status: 'completed', marks: ['launched'] });
      expect(onlyFlow(story).hops.map(({ role }) => role)).toEqual(['authorize request', 'callback']);
    },
  );

  it('begins again when the same request is launched again in the same tab', () => {
    const story = simple();
    story.launched(AUTHORIZE, { launchId: 'again' }).request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER);
    story.respond(ANSWER);
    expect(flowsOf(story).map(({ status, marks }) => [status, marks])).toEqual([
      ['completed', []],
      ['completed', ['launched']],
    ]);
  });

  it('knows the callback of a pushed request by its parameters when nothing else is known', () => {
    const request =
      'https://as.example/authorize?client_id=c1&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Ax';
    const flow = onlyFlow(new Story().request(request).redirect(request, 302, ANSWER));
    expect(flow.callback?.recognition).toBe('parameters');
  });

  it('marks a callback whose request nobody saw', () => {
    const flow = onlyFlow(new Story().request(ANSWER).respond(ANSWER));
    expect(flow).toMatchObject({ status: 'completed', marks: ['request-not-seen', 'uncertain'] });
    expect(flow.callback?.recognition).toBe('parameters');
  });

  it('takes a page that merely has a state parameter for nothing', () => {
    expect(flowsOf(new Story().request('https://shop.example/list?state=open&code_of_conduct=1'))).toEqual(
      [],
    );
  });

  it('recognises an answer at another URI by its state and leaves that to be seen', () => {
    const elsewhere = 'https://other.example/cb?code=abc&state=s1';
    const flow = onlyFlow(new Story().request(AUTHORIZE).redirect(AUTHORIZE, 302, elsewhere));
    expect(flow.callback).toMatchObject({ url: elsewhere, recognition: 'state' });
  });

  it('takes the redirect URI with a foreign state for its callback', () => {
    const forged = `${CLIENT}?code=abc&state=other`;
    const flow = onlyFlow(new Story().request(AUTHORIZE).redirect(AUTHORIZE, 302, forged));
    expect(flow.callback).toMatchObject({ url: forged, recognition: 'redirect-uri' });
  });
});
