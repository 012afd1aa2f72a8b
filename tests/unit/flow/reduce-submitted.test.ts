import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduceAll } from '../../../lib/flow/reduce.ts';
import { MAX_WEBHOOKS } from '../../../lib/flow/types.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { flowsOf, fold, onlyFlow, Story, valuesOf } from '../support/observations.ts';

const CLIENT = 'https://app.example/callback';
const authorize = (state: string): string =>
  `https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=${state}`;
const answer = (state: string, code = 'abc'): string => `${CLIENT}?code=${code}&state=${state}`;
const hook = (state: string, code = 'abc'): string => JSON.stringify({ authorizationCode: code, state });
const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const codeWith = (state: string): string => `${encode({ alg: 'HS256' })}.${encode({ state })}.c2ln`;

const phone = (state: string, launchId = 'launch-1'): Story =>
  new Story().launched(authorize(state), {
    launchId,
    tabId: -1,
    redirectUri: CLIENT,
    state,
    phone: { private: false },
  });

describe('a request that is opened on a phone', () => {
  it('waits in no tab, and is not given up when a tab fails to open', () => {
    const flow = onlyFlow(phone('s1'));
    expect(flow).toMatchObject({ status: 'open', tabId: -1, private: false, marks: ['launched', 'phone'] });
    const closed = new Story(-1).at(50).closed();
    expect(flowsOf(phone('s1'), closed).map(({ status }) => status)).toEqual(['open']);
  });

  it('gets the callback that is pasted, by its state and redirect URI', () => {
    const flow = onlyFlow(phone('s1').pasted(answer('s1')));
    expect(flow).toMatchObject({
      status: 'completed',
      callback: { recognition: 'redirect-uri-and-state', delivery: 'pasted', url: answer('s1') },
      marks: ['launched', 'phone', 'pasted'],
    });
    expect(valuesOf(flow)).toEqual({ code: 'abc', state: 's1' });
  });

  it.each([
    ['a fragment', '#code=abc&state=s1', {}, `${CLIENT}#code=abc&state=s1`, 'fragment'],
    ['a query', '?code=abc&state=s1', {}, `${CLIENT}?code=abc&state=s1`, 'query'],
    ['a form_post body', '', { method: 'POST', text: 'code=abc&state=s1' }, CLIENT, 'form_post'],
  ] as const)('gets %s that is pasted, by its state', (_, url, options, whole, channel) => {
    const flow = onlyFlow(phone('s1').pasted(url, options));
    expect(flow.callback).toMatchObject({ url: whole, recognition: 'state', response: { channel } });
    expect(valuesOf(flow)).toEqual({ code: 'abc', state: 's1' });
  });

  it('gets the callback when the request sent no state, by its redirect URI', () => {
    const url = authorize('').replace('&state=', '');
    const story = new Story().launched(url, { tabId: -1, redirectUri: CLIENT, phone: { private: false } });
    expect(onlyFlow(story.pasted(`${CLIENT}?code=abc`)).status).toBe('completed');
  });

  it('is not given another request’s callback, which is a flow of its own', () => {
    const flows = flowsOf(phone('s1').pasted(answer('s2')));
    expect(flows.map(({ status, marks }) => ({ status, marks }))).toEqual([
      { status: 'open', marks: ['launched', 'phone'] },
      { status: 'completed', marks: ['request-not-seen', 'pasted'] },
    ]);
  });

  it('gets the callback that arrives in this browser after all', () => {
    const flows = flowsOf(phone('s1'), new Story(4).at(60).request(answer('s1')).respond(answer('s1')));
    expect(flows.map(({ status }) => status)).toEqual(['completed']);
  });
});

describe('a pasted callback', () => {
  it('adds nothing when it is pasted again, or was seen already', () => {
    const seen = new Story().request(authorize('s1')).redirect(authorize('s1'), 302, answer('s1'));
    const flow = onlyFlow(seen.pasted(answer('s1')).pasted(answer('s1')));
    expect(flow.callback?.delivery).toBe('pending');
    expect(flow.marks).toEqual([]);
  });

  it('of an application’s own scheme joins its flow too', () => {
    const own = 'com.example.app:/cb';
    const url = authorize('s1').replace(encodeURIComponent(CLIENT), encodeURIComponent(own));
    const story = new Story().launched(url, {
      tabId: -1,
      redirectUri: own,
      state: 's1',
      phone: { private: false },
    });
    const flow = onlyFlow(story.pasted(`${own}?code=abc&state=s1`));
    expect(flow).toMatchObject({ status: 'completed', callback: { delivery: 'handed over' } });
  });

  it('makes a flow private when it was pasted in a private window', () => {
    expect(onlyFlow(phone('s1').pasted(answer('s1'), { private: true })).private).toBe(true);
  });
});

describe('a webhook', () => {
  const seen = (): Story =>
    new Story().request(authorize('s1')).redirect(authorize('s1'), 302, answer('s1')).respond(answer('s1'));

  it('joins the flow that has its state', () => {
    const flow = onlyFlow(seen().webhook(hook('s1'), { inboxUrl: 'https://inbox.example/list' }));
    expect(flow.webhooks).toMatchObject([
      { from: 'inbox', inboxUrl: 'https://inbox.example/list', body: hook('s1') },
    ]);
    expect(flow.webhooks?.[0]?.response.values.code?.value).toBe('abc');
  });

  it('joins whether it is told before the callback, before the request, or after both', () => {
    const submitted = (at: number): Story => new Story().at(at).webhook(hook('s1'));
    for (const at of [-10, 1, 90]) {
      const [flow, ...others] = flowsOf(submitted(at), seen());
      expect(others).toEqual([]);
      expect(flow).toMatchObject({ status: 'completed', webhooks: [{ body: hook('s1') }], marks: [] });
      expect(flow?.callback?.response.values.code?.value).toBe('abc');
    }
  });

  it('alone is a flow with the code and the state that it told', () => {
    expect(onlyFlow(new Story().webhook(hook('s1')))).toMatchObject({
      status: 'completed',
      tabId: -1,
      private: false,
      marks: ['webhook-only'],
    });
  });

  it('while the callback is awaited leaves the flow open, and answers one that was given up', () => {
    const open = new Story().request(authorize('s1')).webhook(hook('s1'));
    expect(onlyFlow(open).status).toBe('open');
    expect(onlyFlow(open.closed()).status).toBe('completed');
  });

  it('with another state joins by its code, so that the two can be compared', () => {
    const flow = onlyFlow(seen().webhook(hook('other')));
    expect(flow.webhooks).toHaveLength(1);
  });

  it('without a state joins by the state inside its code', () => {
    const body = JSON.stringify({ authorizationCode: codeWith('s1') });
    expect(onlyFlow(new Story().request(authorize('s1')).webhook(body)).webhooks).toHaveLength(1);
  });

  it('that belongs to nobody stays apart', () => {
    expect(flowsOf(seen().webhook(hook('s9', 'xyz')))).toHaveLength(2);
  });

  it('is kept once, however often it is told', () => {
    const flow = onlyFlow(seen().webhook(hook('s1')).webhook(hook('s1')));
    expect(flow.webhooks).toHaveLength(1);
  });

  it('beyond the bound is counted', () => {
    const story = seen();
    for (let count = 0; count < MAX_WEBHOOKS + 3; count++)
      story.webhook(hook('s1'), { deliveryId: `d${count}` });
    expect(onlyFlow(story)).toMatchObject({ droppedWebhooks: 3 });
    expect(onlyFlow(story).webhooks).toHaveLength(MAX_WEBHOOKS);
  });
});

describe('a pin', () => {
  it('stays with its flow until it is taken out, and means nothing for a flow that is gone', () => {
    const { id } = onlyFlow(phone('s1'));
    expect(onlyFlow(phone('s1').pinned(id)).pinned).toBe(true);
    expect(onlyFlow(phone('s1').pinned(id).pinned(id, false)).pinned).toBe(false);
    expect(flowsOf(new Story().pinned('gone'))).toEqual([]);
  });
});

describe('what is told', () => {
  const stories = (): readonly Story[] => [
    new Story(1)
      .webhook(hook('s1'))
      .request(authorize('s1'))
      .redirect(authorize('s1'), 302, answer('s1'))
      .respond(answer('s1'))
      .identified(false),
    new Story(2)
      .at(20)
      .launched(authorize('s2'), {
        launchId: 'l2',
        tabId: -1,
        redirectUri: CLIENT,
        state: 's2',
        phone: { private: false },
      })
      .webhook(hook('s2', 'def'))
      .pasted(answer('s2', 'def'))
      .webhook(hook('s2', 'def')),
    new Story(3)
      .at(40)
      .webhook(hook('s3', 'ghi'))
      .webhook(hook('s3', 'jkl'))
      .pasted(`#error=access_denied&state=s4`),
  ];

  it('gives the same flows in any order and when repeated', () => {
    const observations = stories().flatMap((story) => story.observations);
    const expected = reduceAll(observations, CATALOGUE).tracker.flows;
    expect(expected.map(({ status, webhooks }) => [status, webhooks?.length ?? 0])).toEqual([
      ['completed', 1],
      ['completed', 1],
      ['completed', 2],
      ['failed', 0],
    ]);
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

  it('is never lost, whichever observations are missing', () => {
    const observations = stories().flatMap((story) => story.observations);
    fc.assert(
      fc.property(fc.subarray(observations), (some) => {
        const flows = fold(some).tracker.flows;
        const submitted = new Set(some.flatMap((one) => (one.kind === 'webhook' ? [one.deliveryId] : [])));
        const kept = flows.flatMap(({ webhooks = [] }) => webhooks.map(({ id }) => id));
        expect(new Set(kept)).toEqual(submitted);
        expect(kept).toHaveLength(submitted.size);
      }),
    );
  });
});
