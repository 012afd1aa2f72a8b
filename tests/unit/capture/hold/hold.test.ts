import { describe, expect, it, vi } from 'vitest';
import { createHold } from '../../../../lib/capture/hold/hold.ts';
import { createHoldMemory } from '../../../../lib/capture/hold/hold-memory.ts';
import type { HoldRule } from '../../../../lib/capture/hold/hold-rules.ts';
import type { HoldPage, HoldTabs } from '../../../../lib/capture/hold/hold-tabs.ts';
import { createRuleKeeper } from '../../../../lib/capture/hold/rule-keeper.ts';
import { createStamps } from '../../../../lib/capture/observation-ids.ts';
import type { Observation } from '../../../../lib/flow/observation.ts';
import { reduceAll, reduceFlows } from '../../../../lib/flow/reduce.ts';
import { CATALOGUE } from '../../support/catalogue.ts';
import { memoryArea } from '../../support/memory.ts';
import { Story } from '../../support/observations.ts';

const CLIENT = 'https://app.example/cb';
const AUTHORIZE = `https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=s1`;
const ANSWER = `${CLIENT}?code=abc&state=s1`;
const BLOCKED = 'net::ERR_BLOCKED_BY_CLIENT';
const OFF = { on: false } as const;

interface Life {
  readonly area?: ReturnType<typeof memoryArea>;
  readonly observations?: readonly Observation[];
  readonly privateTabs?: boolean;
  /** Whether rules stop requests, as in Chromium. */
  readonly rules?: boolean;
}

/** One life of the background, over storage that outlives it. */
function live({
  area = memoryArea(),
  observations = [],
  privateTabs = false,
  rules: byRules = true,
}: Life = {}) {
  let state = reduceAll(observations, CATALOGUE);
  const recorded: Observation[] = [...observations];
  const shown: { tabId: number; page: HoldPage | string }[] = [];
  const rules: { current: readonly HoldRule[] } = { current: [] };
  const record = (observation: Observation): void => {
    recorded.push(observation);
    state = reduceFlows(state, observation, CATALOGUE);
  };
  const tabs: HoldTabs = {
    find: async (tabId) => (tabId === 404 ? undefined : { private: privateTabs }),
    show: async (tabId, page) => void shown.push({ tabId, page }),
    openBeside: async (_, page) => {
      if (page) shown.push({ tabId: 99, page });
      return 99;
    },
    navigate: async (tabId, url) => void shown.push({ tabId, page: url }),
    focus: async () => undefined,
    showsPage: async () => false,
  };
  const hold = createHold({
    flows: () => state.tracker.flows,
    flow: async (id) => state.tracker.flows.find((flow) => flow.id === id),
    flowsReady: Promise.resolve(),
    record,
    stamp: createStamps('hold'),
    now: () => 1_700_000_000_500,
    memory: createHoldMemory(area as never),
    rules: byRules
      ? createRuleKeeper({
          getSessionRules: async () => rules.current,
          updateSessionRules: async ({ addRules }) => {
            rules.current = addRules;
          },
        })
      : undefined,
    tabs,
    frames: { canReach: async () => true, send: async () => undefined },
    startRecording: async () => undefined,
    onChange: () => undefined,
  });
  const observe = (story: Story): void => {
    for (const observation of story.observations) {
      record(observation);
      hold.observed(observation);
      hold.flowsChanged();
    }
  };
  const flow = () => {
    const [only] = state.tracker.flows;
    if (!only) throw new Error('There is no flow.');
    return only;
  };
  return { area, hold, observe, flow, shown, rules, recorded };
}

const stopped = (): Story =>
  new Story(1)
    .request(AUTHORIZE)
    .redirect(AUTHORIZE, 302, ANSWER)
    .fail(ANSWER, BLOCKED)
    .navigationFailed(ANSWER, BLOCKED);

async function held(options?: Life) {
  const life = live(options);
  await life.hold.handlers.setHold({ on: true, only: [CLIENT] });
  life.observe(stopped());
  await vi.waitFor(() => expect(life.shown).toHaveLength(options?.privateTabs ? 0 : 1));
  return life;
}

const orders = (area: ReturnType<typeof memoryArea>) =>
  [...area.items].filter(([key]) => key.startsWith('hold:order:'));

describe('holding', () => {
  it('shows its page, under a random id, in the tab whose callback was stopped', async () => {
    const { shown, flow } = await held();
    const { id = '' } = flow().hold ?? {};
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([flow().status, shown]).toEqual(['held', [{ tabId: 1, page: { id } }]]);
  });

  it('releases once, by a page that takes the request once, and refuses a second time', async () => {
    const { hold, flow, area, shown, rules } = await held();
    const first = hold.handlers.release(flow().id, { as: 'it was' });
    const second = hold.handlers.release(flow().id, { as: 'it was' });
    await expect(second).rejects.toMatchObject({
      failure: {
        code: 'already-decided',
        message: 'This callback was released already; a callback goes on once.',
      },
    });
    expect(await first).toEqual({ tabId: 1 });
    const [[key, request] = ['', undefined]] = orders(area);
    expect(request).toEqual({ url: ANSWER, method: 'GET' });
    const go = key.slice('hold:order:'.length);
    expect(shown.at(-1)).toEqual({ tabId: 1, page: { go } });
    expect(rules.current.at(-1)).toMatchObject({ action: { type: 'allow' }, condition: { tabIds: [1] } });
    const takes = await Promise.allSettled([hold.handlers.takeRelease(go), hold.handlers.takeRelease(go)]);
    expect(takes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(orders(area)).toEqual([]);
  });

  it('lets the released request pass without holding it again, and closes the way behind it', async () => {
    const { hold, flow, observe, rules, recorded } = await held();
    await hold.handlers.release(flow().id, { as: 'it was' });
    observe(new Story(1).at(600).request(ANSWER, { method: 'GET' }).respond(ANSWER).committed(ANSWER));
    await vi.waitFor(() => expect(rules.current.every(({ action }) => action.type === 'block')).toBe(true));
    expect(recorded.filter(({ kind }) => kind === 'held')).toHaveLength(1);
  });

  it('releases with changed parameters and says what was changed', async () => {
    const { hold, flow, area } = await held();
    await hold.handlers.release(flow().id, {
      as: 'changed',
      parameters: [
        { from: 0, name: 'code', value: 'abc' },
        { from: 1, name: 'state', value: 'x y' },
      ],
    });
    expect(orders(area).map(([, request]) => request)).toEqual([
      { url: `${CLIENT}?code=abc&state=x%20y`, method: 'GET' },
    ]);
    expect(flow().hold?.changes).toEqual([{ name: 'state', from: 's1', to: 'x y' }]);
  });

  it('drops, and then refuses to release', async () => {
    const { hold, flow } = await held();
    await hold.handlers.drop(flow().id);
    await expect(hold.handlers.release(flow().id, { as: 'it was' })).rejects.toMatchObject({
      failure: { code: 'already-decided', message: 'This callback was dropped already.' },
    });
    await expect(hold.handlers.release('none', { as: 'it was' })).rejects.toMatchObject({
      failure: { code: 'not-held', message: 'No callback of this flow is held.' },
    });
  });

  it('is still there for the next life of the background', async () => {
    const before = await held();
    const after = live({ area: before.area, observations: before.recorded });
    await after.hold.ready;
    const found = await after.hold.handlers.heldFlow(before.flow().hold?.id ?? '');
    expect(found?.callback?.url).toBe(ANSWER);
    expect(after.rules.current).toHaveLength(4);
    await after.hold.handlers.release(after.flow().id, { as: 'it was' });
    expect(after.flow().hold?.releasedAt).toBeDefined();
  });

  it('leaves no rule and keeps what is held when it is switched off', async () => {
    const { hold, rules, flow } = await held();
    await hold.handlers.setHold(OFF);
    expect([rules.current, flow().status]).toEqual([[], 'held']);
  });

  it('removes what an earlier life left behind when nothing is to be held', async () => {
    const life = live();
    life.rules.current = [
      { id: 9, priority: 1, action: { type: 'block' }, condition: { resourceTypes: [] } },
    ];
    await life.hold.ready;
    expect(life.rules.current).toEqual([]);
  });

  it('sends on what was stopped and is no callback, once', async () => {
    const life = live();
    await life.hold.handlers.setHold({ on: true, only: [CLIENT] });
    const page = (): Story =>
      new Story(1).request(`${CLIENT}?tab=1`).navigationFailed(`${CLIENT}?tab=1`, BLOCKED);
    life.observe(page());
    await vi.waitFor(() => expect(life.shown).toHaveLength(1));
    expect(orders(life.area).map(([, request]) => request)).toEqual([
      { url: `${CLIENT}?tab=1`, method: 'GET' },
    ]);
    life.observe(page());
    await life.hold.handlers.setHold(OFF);
    expect(life.shown).toHaveLength(1);
  });

  it('sends on a form that is no callback with its fields, and remembers no other form', async () => {
    const life = live();
    await life.hold.handlers.setHold({ on: true, only: [CLIENT] });
    const form = (name: string) => ({ kind: 'form' as const, fields: [[name, 'v']] as const });
    life.observe(
      new Story(1)
        .request('https://app.example/login', { method: 'POST', body: form('password') })
        .navigationFailed('https://app.example/login', BLOCKED)
        .request(CLIENT, { method: 'POST', body: form('search') })
        .navigationFailed(CLIENT, BLOCKED),
    );
    await vi.waitFor(() => expect(life.shown).toHaveLength(1));
    expect(orders(life.area).map(([, request]) => request)).toEqual([
      { url: CLIENT, method: 'POST', body: form('search') },
    ]);
  });

  it('leaves alone what somebody else’s rule stopped', async () => {
    const life = live();
    await life.hold.handlers.setHold({ on: true, only: [CLIENT] });
    life.observe(new Story(1).navigationFailed('https://ads.example/?x=1', BLOCKED));
    await life.hold.handlers.setHold(OFF);
    expect(life.shown).toEqual([]);
  });

  it('sends a form that Chromium cannot send in a private window nowhere, and says so', async () => {
    const life = live({ privateTabs: true });
    await life.hold.handlers.setHold({ on: true, only: [CLIENT] });
    const fields = [
      ['code', 'abc'],
      ['state', 's1'],
    ] as const;
    life.observe(
      new Story(1)
        .request(AUTHORIZE)
        .respond(AUTHORIZE)
        .request(CLIENT, { method: 'POST', body: { kind: 'form', fields } })
        .fail(CLIENT, BLOCKED),
    );
    await vi.waitFor(() => expect(life.flow().status).toBe('held'));
    await expect(life.hold.handlers.release(life.flow().id, { as: 'it was' })).rejects.toMatchObject({
      failure: { code: 'no-form-in-private-window' },
    });
    expect([life.flow().status, life.shown]).toEqual(['held', []]);
  });

  it('knows the redirect URI of a launch before its request is seen, and of a request once it is', async () => {
    const { hold, rules, observe } = live();
    await hold.handlers.setHold({ on: true });
    const filters = (): string[] =>
      rules.current.flatMap(({ condition: { urlFilter } }) =>
        urlFilter?.endsWith('cb#') ? [urlFilter] : [],
      );
    await hold.expect('https://launched.example/cb');
    expect(filters()).toEqual(['|https://launched.example/cb#']);
    observe(new Story(1).request(AUTHORIZE));
    await vi.waitFor(() =>
      expect(filters()).toEqual(['|https://launched.example/cb#', '|https://app.example/cb#']),
    );
  });

  it('opens nothing of a private window in an ordinary one', async () => {
    const life = live();
    await life.hold.handlers.setHold({ on: true, only: [CLIENT] });
    const story = new Story(404).request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER).identified(true);
    life.observe(story.fail(ANSWER, BLOCKED));
    await vi.waitFor(() => expect(life.flow().status).toBe('held'));
    await expect(life.hold.handlers.release(life.flow().id, { as: 'it was' })).rejects.toMatchObject({
      failure: { code: 'private-tab-closed' },
    });
    expect([life.flow().status, life.shown]).toEqual(['held', []]);
  });

  it('refuses redirect URIs that are none', async () => {
    const { hold } = live();
    await expect(hold.handlers.setHold({ on: true, only: ['not a uri'] })).rejects.toMatchObject({
      failure: { code: 'no-redirect-uri' },
    });
    await expect(hold.handlers.setHold({ on: true, only: [] })).rejects.toMatchObject({
      failure: { code: 'no-redirect-uri' },
    });
  });

  it('says where it has no access', async () => {
    const { hold } = live();
    await hold.handlers.setHold({ on: true, only: [CLIENT, 'http://localhost:3000/cb'] });
    expect(hold.status(['http://localhost/*'])).toEqual({
      on: true,
      only: [CLIENT, 'http://localhost:3000/cb'],
      known: [],
      unreachable: ['https://app.example/*'],
    });
  });
});

describe('judging a request by the answer of a listener', () => {
  const asked = { tabId: 1, frameId: 0, url: ANSWER, requestId: '1.0.1' };
  const arriving = (): Story => new Story(1).request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER);

  it('cancels a callback, and nothing while it is off', async () => {
    const life = live({ rules: false });
    life.observe(arriving());
    expect(await life.hold.judge(asked, 'request')).toEqual({});
    await life.hold.handlers.setHold({ on: true });
    expect(life.hold.judge(asked, 'answer')).toEqual({});
    expect(life.hold.judge(asked, 'request')).toEqual({ cancel: true });
    expect(life.flow().status).toBe('held');
    expect(life.hold.judge(asked, 'request')).toEqual({});
  });

  it('waits for what an earlier life of the background knew', async () => {
    const before = live({ rules: false });
    await before.hold.handlers.setHold({ on: true });
    const after = live({ rules: false, area: before.area, observations: arriving().observations });
    expect(await after.hold.judge(asked, 'request')).toEqual({ cancel: true });
  });
});
