import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduceAll } from '../../../lib/flow/reduce.ts';
import { flowsOf, fold, onlyFlow, Story, valuesOf } from '../support/observations.ts';

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
    expect(flow.witnesses).toEqual(['webNavigation', 'webRequest']);
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

  it('is completed, and its callback unreachable, when nobody listens at the redirect URI', () => {
    const story = new Story().request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER).fail(ANSWER);
    const flow = onlyFlow(
      story.request(ANSWER).fail(ANSWER).navigationFailed(ANSWER, 'net::ERR_CONNECTION_REFUSED'),
    );
    expect(flow.status).toBe('completed');
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

  it('begins anew when the same request is launched again in the same tab', () => {
    const story = simple();
    story.launched(AUTHORIZE, { launchId: 'again' }).request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER);
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
    expect(flow).toMatchObject({ status: 'completed', marks: ['request-not-seen'] });
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

describe('a broker', () => {
  const INNER =
    'https://idp.example/authorize?response_type=code&client_id=as&redirect_uri=https%3A%2F%2Fas.example%2Ffederation&state=inner';
  const BACK = 'https://as.example/federation?code=inner-code&state=inner';

  it('is a hop when the provider redirects to it', () => {
    const story = new Story()
      .request(AUTHORIZE)
      .redirect(AUTHORIZE, 302, INNER)
      .redirect(INNER, 302, BACK)
      .redirect(BACK, 302, ANSWER)
      .respond(ANSWER);
    const flow = onlyFlow(story);
    expect(flow.hops.map(({ role }) => role)).toEqual([
      'authorize request',
      'broker',
      'provider',
      'callback',
    ]);
    expect(valuesOf(flow)).toEqual({ code: 'abc', state: 's1' });
  });

  it('is a hop when a page of the provider leads to it', () => {
    const story = new Story()
      .request(AUTHORIZE)
      .respond(AUTHORIZE)
      .request(INNER, { initiator: 'https://as.example' })
      .respond(INNER)
      .request(BACK, { initiator: 'https://idp.example' })
      .redirect(BACK, 302, ANSWER);
    expect(onlyFlow(story)).toMatchObject({ status: 'completed', legs: [{ state: 'inner' }] });
  });
});

describe('attempts in one tab', () => {
  it('abandons the open one when the client starts over', () => {
    const again = AUTHORIZE.replace('state=s1', 'state=s2');
    const answer = ANSWER.replace('state=s1', 'state=s2');
    const story = new Story()
      .request(AUTHORIZE)
      .respond(AUTHORIZE)
      .request(again)
      .redirect(again, 302, answer);
    expect(flowsOf(story).map(({ status, abandoned }) => ({ status, abandoned }))).toEqual([
      { status: 'abandoned', abandoned: 'started again' },
      { status: 'completed', abandoned: undefined },
    ]);
  });

  it('starts a new one when the callback of the last leads straight to another request', () => {
    const refused = `${CLIENT}?error=login_required&state=s1`;
    const again = AUTHORIZE.replace('state=s1', 'state=s2');
    const story = new Story()
      .request(AUTHORIZE)
      .redirect(AUTHORIZE, 302, refused)
      .redirect(refused, 302, again)
      .redirect(again, 302, ANSWER.replace('s1', 's2'));
    expect(flowsOf(story).map(({ status }) => status)).toEqual(['failed', 'completed']);
  });

  it('is abandoned when the tab is closed', () => {
    const story = new Story().request(AUTHORIZE).respond(AUTHORIZE).closed();
    expect(onlyFlow(story)).toMatchObject({ status: 'abandoned', abandoned: 'tab closed' });
  });

  it('is abandoned when a person leaves by the address bar, and keeps no trace of where they went', () => {
    const story = new Story()
      .request(AUTHORIZE)
      .respond(AUTHORIZE)
      .request('https://news.example/')
      .respond('https://news.example/');
    const flow = onlyFlow(story.committed('https://news.example/', true));
    expect(flow).toMatchObject({ status: 'abandoned', abandoned: 'left by the user' });
    expect(flow.hops.map(({ url }) => url)).toEqual([AUTHORIZE]);
  });

  it('takes a late callback of an abandoned attempt by its state', () => {
    const story = new Story().request(AUTHORIZE).respond(AUTHORIZE).closed();
    const late = new Story(2).at(100).request(ANSWER).respond(ANSWER);
    const flows = flowsOf(story, late);
    expect(flows).toHaveLength(1);
    expect(flows[0]).toMatchObject({
      status: 'completed',
      callback: { recognition: 'redirect-uri-and-state' },
    });
  });
});

describe('tabs and frames', () => {
  it('keeps two flows in two tabs apart', () => {
    const other = AUTHORIZE.replace('state=s1', 'state=s2');
    const first = new Story(1).request(AUTHORIZE);
    const second = new Story(2).request(other).redirect(other, 302, ANSWER.replace('s1', 's2'));
    first.at(50).redirect(AUTHORIZE, 302, ANSWER);
    const flows = flowsOf(first, second);
    expect(flows.map((flow) => [flow.tabId, valuesOf(flow).state])).toEqual([
      [1, 's1'],
      [2, 's2'],
    ]);
  });

  it('ties a pop-up to its opener, also when the opener is told of late', () => {
    const story = new Story(7).at(10).request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER);
    const flow = onlyFlow(story.at(5).opened(1, AUTHORIZE));
    expect(flow).toMatchObject({ tabId: 7, openerTabId: 1, marks: ['in-popup'] });
  });

  it('marks a flow in an iframe', () => {
    const story = new Story(1, 12).request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER);
    expect(onlyFlow(story)).toMatchObject({ frameId: 12, marks: ['in-frame'] });
  });

  it('marks a flow of a private window', () => {
    expect(onlyFlow(simple().identified(true))).toMatchObject({ private: true, marks: ['private'] });
  });
});

describe('witnesses', () => {
  it('sees request and callback by webNavigation alone and marks the missing hops', () => {
    const flow = onlyFlow(new Story().navigating(AUTHORIZE).committed(LOGIN).committed(ANSWER));
    expect(flow).toMatchObject({ status: 'completed', marks: ['seen-without-hops'], hops: [] });
    expect(valuesOf(flow)).toEqual({ code: 'abc', state: 's1' });
  });

  it('marks a callback that only the tab showed', () => {
    const flow = onlyFlow(new Story().request(AUTHORIZE).respond(AUTHORIZE).shown(ANSWER));
    expect(flow).toMatchObject({ status: 'completed', callback: { delivery: 'shown' } });
    expect(flow.marks).toContain('deaf');
  });

  it('calls nobody deaf when a listener was only late', () => {
    const story = new Story().request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER);
    const shown = new Story().at(60).shown(ANSWER);
    const [first, ...rest] = story.observations;
    const flows = fold([...(first ? [first] : []), ...shown.observations, ...rest]).tracker.flows;
    expect(flows).toHaveLength(1);
    expect(flows[0]?.marks).toEqual([]);
  });

  it('cuts a redirect loop and says how many hops it left out', () => {
    const story = new Story().request(AUTHORIZE);
    for (let count = 0; count < 250; count++) story.redirect(count === 0 ? AUTHORIZE : LOGIN, 302, LOGIN);
    const flow = onlyFlow(story);
    expect(flow.hops).toHaveLength(200);
    expect(flow.droppedHops).toBe(51);
  });
});

describe('order', () => {
  const stories = (): Story[] => {
    const other = AUTHORIZE.replace('state=s1', 'state=s2');
    return [
      new Story(1)
        .navigating(AUTHORIZE)
        .request(AUTHORIZE)
        .redirect(AUTHORIZE, 302, LOGIN)
        .respond(LOGIN)
        .request(LOGIN, { method: 'POST' })
        .redirect(LOGIN, 303, ANSWER)
        .respond(ANSWER)
        .committed(ANSWER)
        .identified(false),
      new Story(2)
        .opened(1, other)
        .request(other)
        .redirect(other, 302, `${CLIENT}?error=access_denied&state=s2`)
        .fail(`${CLIENT}?error=access_denied&state=s2`)
        .closed(),
    ];
  };

  it('does not change the flows, and repeats add nothing', () => {
    const observations = stories().flatMap((story) => story.observations);
    const expected = reduceAll(observations).tracker.flows;
    expect(expected.map(({ status }) => status)).toEqual(['completed', 'failed']);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(observations, { minLength: observations.length }),
        fc.subarray(observations),
        (shuffled, repeated) => {
          expect(fold([...shuffled, ...repeated]).tracker.flows).toEqual(expected);
        },
      ),
    );
  });

  it('never throws and never loses the callback, whichever observations are missing between', () => {
    const observations = simple().observations;
    const callbacks = observations.filter(
      (observation) => 'url' in observation && observation.url === ANSWER,
    );
    fc.assert(
      fc.property(fc.subarray(observations), fc.constantFrom(...callbacks), (some, callback) => {
        const kept = callback.kind === 'response' ? some : [...some, callback];
        const told = kept.some((one) => one.kind !== 'response' && 'url' in one && one.url === ANSWER);
        const flows = fold(kept).tracker.flows;
        if (told) expect(flows.some((flow) => flow.callback?.url === ANSWER)).toBe(true);
      }),
    );
  });
});
