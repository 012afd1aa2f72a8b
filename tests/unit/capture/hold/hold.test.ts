import { describe, expect, it, vi } from 'vitest';
import { createHold } from '../../../../lib/capture/hold/hold.ts';
import { createHoldMemory } from '../../../../lib/capture/hold/hold-memory.ts';
import type { HoldRule } from '../../../../lib/capture/hold/hold-rules.ts';
import type { HoldPage, HoldTabs } from '../../../../lib/capture/hold/hold-tabs.ts';
import { responsePatterns } from '../../../../lib/capture/hold/response-patterns.ts';
import { createRuleKeeper } from '../../../../lib/capture/hold/rule-keeper.ts';
import { createMetadata } from '../../../../lib/capture/observation-ids.ts';
import type { Observation } from '../../../../lib/flow/observation.ts';
import { reduceAll, reduceObservation } from '../../../../lib/flow/reduce.ts';
import { createCatalogue } from '../../../../lib/providers/catalogue.ts';
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
  /** Whether the stopped tab still shows the error page. */
  readonly errorShown?: boolean;
}

/** One life of the background, over storage that outlives it. */
function live({
  area = memoryArea(),
  observations = [],
  privateTabs = false,
  rules: byRules = true,
  errorShown = true,
}: Life = {}) {
  let state = reduceAll(observations, CATALOGUE);
  const recorded: Observation[] = [...observations];
  const shown: { tabId: number; page: HoldPage | string }[] = [];
  const rules: { current: readonly HoldRule[] } = { current: [] };
  const reloads: { tabId: number; rules: readonly HoldRule[] }[] = [];
  const record = (observation: Observation): void => {
    recorded.push(observation);
    state = reduceObservation(state, observation, CATALOGUE);
  };
  const tabs: HoldTabs = {
    find: async (tabId) => (tabId === 404 ? undefined : { private: privateTabs }),
    show: async (tabId, page) => void shown.push({ tabId, page }),
    openBeside: async (_, page) => {
      if (page) shown.push({ tabId: 99, page });
      return 99;
    },
    reload: async (tabId) => {
      reloads.push({ tabId, rules: rules.current.filter(({ priority }) => priority > 3) });
      // The browser then repeats what it stopped; the test says how that went.
      const filter = rules.current.findLast(({ priority }) => priority === 4)?.condition.urlFilter ?? '';
      hold.observed({ ...requestAt(1_000), tabId, url: filter.slice(1, -1) });
    },
    focus: async () => undefined,
    focusPage: async () => false,
    closeIfShowing: async () => undefined,
    showsError: async () => errorShown,
  };
  const hold = createHold({
    flows: () => state.tracker.flows,
    flow: async (id) => state.tracker.flows.find((flow) => flow.id === id),
    flowsReady: Promise.resolve(),
    record,
    metadata: createMetadata('hold'),
    now: () => 1_700_000_000_500,
    memory: createHoldMemory(area as never),
    rules: byRules
      ? createRuleKeeper({
          getSessionRules: async () => rules.current,
          updateSessionRules: async ({ addRules }) => {
            rules.current = addRules;
          },
          isRegexSupported: async () => ({ isSupported: true }),
        })
      : undefined,
    tabs,
    frames: { navigate: async () => true },
    naturalHeaders: { take: async () => [], give: () => undefined },
    answersAlone: ({ body }) => body?.fields?.some(([name]) => name === 'code') ?? false,
    responsePatterns: () => responsePatterns(createCatalogue()),
    stayAwake: () => undefined,
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
  return { area, hold, observe, flow, shown, rules, recorded, reloads };
}

const requestAt = (at: number) =>
  ({
    id: `at-${at}`,
    at,
    kind: 'request',
    eventSource: 'webRequest',
    frameId: 0,
    requestId: `at-${at}`,
    method: 'GET',
  }) as const;

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

const exactly = (url: string) => ({ urlFilter: `|${url}|`, isUrlFilterCaseSensitive: true });

const orders = (area: ReturnType<typeof memoryArea>) =>
  [...area.items].filter(([key]) => key.startsWith('hold:order:'));

describe('holding', () => {
  it('shows its page, under a random id, beside the tab whose callback was stopped', async () => {
    const { shown, flow } = await held();
    const { id = '' } = flow().hold ?? {};
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([flow().status, shown]).toEqual(['held', [{ tabId: 99, page: { id } }]]);
  });

  it('releases once, by a reload with the rule off for that URL, and refuses a second time', async () => {
    const { hold, flow, area, shown, reloads } = await held();
    const first = hold.handlers.release(flow().id, { as: 'it was' });
    const second = hold.handlers.release(flow().id, { as: 'it was' });
    await expect(second).rejects.toMatchObject({
      failure: {
        code: 'already-decided',
        message: 'This callback was released already; a callback goes on once.',
      },
    });
    expect(await first).toEqual({ tabId: 1 });
    const condition = { resourceTypes: ['main_frame'], tabIds: [1], ...exactly(ANSWER) };
    expect(reloads).toEqual([
      { tabId: 1, rules: [expect.objectContaining({ action: { type: 'allow' }, condition })] },
    ]);
    expect([orders(area), shown.length]).toEqual([[], 1]);
  });

  it('sends nothing when the tab has left the page of what was stopped', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    const { hold, flow, reloads } = await held({ errorShown: false });
    const released = hold.handlers.release(flow().id, { as: 'it was' });
    const refused = expect(released).rejects.toMatchObject({ failure: { code: 'left-error-page' } });
    await vi.advanceTimersByTimeAsync(6_000);
    await refused;
    vi.useRealTimers();
    expect([flow().status, reloads]).toEqual(['held', []]);
  });

  it('lets the released request pass without holding it again, and closes the way behind it', async () => {
    const { hold, flow, observe, rules, recorded } = await held();
    await hold.handlers.release(flow().id, { as: 'it was' });
    observe(new Story(1).at(600).request(ANSWER, { method: 'GET' }).respond(ANSWER).committed(ANSWER));
    await vi.waitFor(() => expect(rules.current.every(({ action }) => action.type === 'block')).toBe(true));
    expect(recorded.filter(({ kind }) => kind === 'held')).toHaveLength(1);
  });

  it('releases with changed parameters by a redirect, and says what was changed', async () => {
    const { hold, flow, reloads } = await held();
    await hold.handlers.release(flow().id, {
      as: 'changed',
      parameters: [
        { from: 0, name: 'code', value: 'abc' },
        { from: 1, name: 'state', value: 'x y' },
      ],
    });
    const changed = `${CLIENT}?code=abc&state=x%20y`;
    expect(reloads[0]?.rules.map(({ action, condition }) => [action, condition.urlFilter])).toEqual([
      [{ type: 'allow' }, `|${changed}|`],
      [{ type: 'redirect', redirect: { url: changed } }, `|${ANSWER}|`],
    ]);
    expect(flow().hold).toMatchObject({
      kind: 'released',
      changes: [{ name: 'state', from: 's1', to: 'x y' }],
    });
  });

  it('says before the release what the browser will send differently, and marks the flow after it', async () => {
    const { hold, flow } = await held();
    const forecast = await hold.handlers.forecastRelease(flow().id, { as: 'it was' });
    expect(forecast).toEqual({ possible: true, differences: ['fetch-site'] });
    await hold.handlers.release(flow().id, { as: 'it was' });
    expect(flow().hold).toMatchObject({ kind: 'released', differences: ['fetch-site'] });
    expect(flow().marks).toContain('released-unfaithfully');
    expect(await hold.handlers.forecastRelease(flow().id, { as: 'it was' })).toMatchObject({
      possible: false,
      failure: { code: 'already-decided' },
    });
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
    expect(after.flow().hold?.kind).toBe('released');
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

  const other = `${CLIENT}?tab=1`;
  const foreign = { initiator: 'https://elsewhere.test' };
  const page = (): Story =>
    new Story(1).navigating(other).request(other, foreign).navigationFailed(other, BLOCKED);

  it('lets the browser repeat what was stopped and is no callback, once, and asks about it then', async () => {
    const life = live();
    await life.hold.handlers.setHold({ on: true, only: [CLIENT] });
    life.observe(page());
    await vi.waitFor(() => expect(life.reloads).toHaveLength(1));
    expect(life.shown).toEqual([]);
    life.observe(page());
    await vi.waitFor(() => expect(life.shown).toHaveLength(1));
    expect(life.reloads).toHaveLength(1);
  });

  it('asks before it sends what a reload would not repeat, and sends it once', async () => {
    const life = live();
    await life.hold.handlers.setHold({ on: true, only: [CLIENT] });
    life.observe(
      new Story(1)
        .navigating('https://elsewhere.test/a')
        .request('https://elsewhere.test/a', { initiator: 'https://app.example' })
        .request(other, { initiator: 'https://app.example' })
        .navigationFailed(other, BLOCKED),
    );
    await vi.waitFor(() => expect(life.shown).toHaveLength(1));
    expect(life.reloads).toEqual([]);
    const shown = life.shown[0]?.page as { stopped: string };
    const { handlers } = life.hold;
    expect(await handlers.bystander(shown.stopped)).toMatchObject({
      url: other,
      method: 'GET',
      initiator: 'https://app.example',
    });
    await handlers.decideBystander(shown.stopped, true);
    expect(life.reloads).toHaveLength(1);
    await expect(handlers.decideBystander(shown.stopped, true)).rejects.toMatchObject({
      failure: { code: 'nothing-stopped' },
    });
  });

  it('asks about a response at a held redirect URI that no flow is known for', async () => {
    const life = live();
    await life.hold.handlers.setHold({ on: true, only: [CLIENT] });
    const fields = [
      ['code', 'abc'],
      ['state', 's1'],
    ] as const;
    const body = { kind: 'form', fields } as const;
    const [begun, request, failed] = new Story(1)
      .navigating(CLIENT)
      .request(CLIENT, { method: 'POST', body, ...foreign })
      .navigationFailed(CLIENT, BLOCKED).observations;
    // Seen by holding alone: no flow takes it.
    for (const one of [begun, request, failed]) if (one) life.hold.observed(one);
    await vi.waitFor(() => expect(life.shown).toHaveLength(1));
    expect([life.reloads, life.shown[0]?.page]).toEqual([[], { stopped: expect.any(String) }]);
  });

  it('keeps no body of a form that was stopped', async () => {
    const life = live();
    await life.hold.handlers.setHold({ on: true, only: [CLIENT] });
    const body = { kind: 'form', fields: [['search', 'canary']] } as const;
    life.observe(new Story(1).request(CLIENT, { method: 'POST', body }).navigationFailed(CLIENT, BLOCKED));
    await vi.waitFor(() => expect(life.shown).toHaveLength(1));
    expect(JSON.stringify([...life.area.items])).not.toContain('canary');
  });

  it('leaves alone what somebody else’s rule stopped', async () => {
    const life = live();
    await life.hold.handlers.setHold({ on: true, only: [CLIENT] });
    life.observe(new Story(1).navigationFailed('https://ads.example/?x=1', BLOCKED));
    await life.hold.handlers.setHold(OFF);
    expect(life.shown).toEqual([]);
  });

  it('refuses to change a form in a private window, where Chromium shows no page of ours', async () => {
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
    const parameters = [{ name: 'code', value: 'x' }];
    await expect(
      life.hold.handlers.release(life.flow().id, { as: 'changed', parameters }),
    ).rejects.toMatchObject({ failure: { code: 'no-page-in-private-window' } });
    expect([life.flow().status, life.shown]).toEqual(['held', []]);
  });

  it('knows the redirect URI of a launch before its request is seen, and of a request once it is', async () => {
    const { hold, rules, observe } = live();
    await hold.handlers.setHold({ on: true });
    const filters = (): string[] =>
      rules.current.flatMap(({ condition: { urlFilter, resourceTypes } }) =>
        urlFilter?.endsWith('cb#') && resourceTypes.includes('main_frame') ? [urlFilter] : [],
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

describe('holding a request unanswered', () => {
  const asked = { tabId: 1, frameId: 0, url: ANSWER, requestId: '1.0.1' };
  const arriving = (): Story => new Story(1).request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER);

  async function waiting() {
    const life = live({ rules: false });
    life.observe(arriving());
    await life.hold.handlers.setHold({ on: true });
    const answer = life.hold.evaluate(asked, 'request');
    expect(life.flow().status).toBe('held');
    return { ...life, answer };
  }

  it('stops a callback once, at its request, and nothing while it is off', async () => {
    const life = live({ rules: false });
    life.observe(arriving());
    expect(await life.hold.evaluate(asked, 'request')).toEqual({});
    await life.hold.handlers.setHold({ on: true });
    expect(life.hold.evaluate(asked, 'answer')).toEqual({});
    expect(life.hold.evaluate(asked, 'request')).toBeInstanceOf(Promise);
    expect(life.hold.evaluate(asked, 'request')).toEqual({});
    life.hold.cancelWaiting();
  });

  it('answers so that the request goes on as it is', async () => {
    const { hold, flow, answer } = await waiting();
    expect(await hold.handlers.forecastRelease(flow().id, { as: 'it was' })).toEqual({
      possible: true,
      differences: [],
    });
    await hold.handlers.release(flow().id, { as: 'it was' });
    expect(await answer).toEqual({});
    expect(flow().marks).not.toContain('released-unfaithfully');
  });

  it('answers with another URL where that was changed', async () => {
    const { hold, flow, answer } = await waiting();
    const parameters = [{ from: 0, name: 'code', value: 'x' }];
    await hold.handlers.release(flow().id, { as: 'changed', parameters });
    expect(await answer).toEqual({ redirectUrl: `${CLIENT}?code=x` });
  });

  it('cancels what is dropped, what lost its tab, and all when the background ends itself', async () => {
    const dropped = await waiting();
    await dropped.hold.handlers.drop(dropped.flow().id);
    expect(await dropped.answer).toEqual({ cancel: true });
    const closed = await waiting();
    closed.observe(new Story(1).at(900).closed());
    expect(await closed.answer).toEqual({ cancel: true });
    await expect(closed.hold.handlers.release(closed.flow().id, { as: 'it was' })).rejects.toMatchObject({
      failure: { code: 'no-longer-waiting' },
    });
    const ended = await waiting();
    ended.hold.cancelWaiting();
    expect(await ended.answer).toEqual({ cancel: true });
  });

  it('waits for what an earlier life of the background knew', async () => {
    const before = live({ rules: false });
    await before.hold.handlers.setHold({ on: true });
    const after = live({ rules: false, area: before.area, observations: arriving().observations });
    const answer = after.hold.evaluate(asked, 'request');
    await vi.waitFor(() => expect(after.flow().status).toBe('held'));
    after.hold.cancelWaiting();
    expect(await answer).toEqual({ cancel: true });
  });
});
