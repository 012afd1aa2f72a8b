import { signal } from '@preact/signals';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { StepField } from '../../../../lib/providers/step-types.ts';
import { createKeysModel } from '../../../../lib/state/keys/keys-model.ts';
import { createStepsModel, type StepsModel } from '../../../../lib/state/steps/steps-model.ts';
import { statusLabels } from '../../../../lib/state/steps/steps-status.ts';
import { createStepMemory } from '../../../../lib/storage/step-values.ts';
import { CATALOGUE } from '../../support/catalogue.ts';
import { memorySettings } from '../../support/memory.ts';
import { createMemoryBackground, settled } from '../../support/memory-background.ts';
import { memoryVault } from '../../support/memory-vault.ts';
import { onlyFlow, Story } from '../../support/observations.ts';
import { summaryOf } from '../../support/summary.ts';

const models: StepsModel[] = [];
afterEach(() => {
  for (const model of models.splice(0)) model.dispose();
});

interface Sent {
  readonly url: string;
  readonly init: RequestInit | undefined;
}

async function world(stepsProfileId: string, answers: readonly Response[] = []) {
  const background = createMemoryBackground();
  const settings = memorySettings({ stepsProfileId });
  const { local, session, vault } = memoryVault();
  const stepMemory = createStepMemory({ local, session, vault });
  const now = (): number => 1_800_000_000_000;
  const keys = createKeysModel({
    keys: { list: async () => [], put: async () => undefined, delete: async () => undefined },
    now,
  });
  const sent: Sent[] = [];
  const left = [...answers];
  const make = async (): Promise<StepsModel> => {
    const launchMemory = {
      remember: async () => undefined,
      recall: async () => ({
        profileId: 'openid',
        environmentId: 'sandbox',
        codeVerifier: 'v'.repeat(43),
        launchedAt: 1,
      }),
    };
    const model = createStepsModel({
      services: {
        profiles: { catalogue: signal(CATALOGUE) },
        background,
        settings,
        launchMemory,
        stepMemory,
        now,
      },
      keys,
      newId: () => 'id-1',
      random: (length) => new Uint8Array(length).fill(7),
      network: {
        send: async (url, init) => {
          sent.push({ url: String(url), init });
          return left.shift() ?? Promise.reject(new TypeError('Failed to fetch'));
        },
      },
    });
    models.push(model);
    for (let turn = 0; turn < 20 && !model.ready.value; turn++) await settled();
    return model;
  };
  return { background, settings, local, session, sent, model: await make(), make };
}

function fieldOf(model: StepsModel, name: string): StepField {
  const view = model.fields.value.find(({ field }) => field.name === name);
  if (!view) throw new Error(`no field ${name}`);
  return view.field;
}

const shownIn = (model: StepsModel, name: string): string | undefined =>
  model.fields.value.find(({ field }) => field.name === name)?.value;

const statusOf = (model: StepsModel, id: string): string => {
  const found = model.steps.value.find(({ step }) => step.id === id);
  return found ? statusLabels(found.status) : 'no such step';
};

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

describe('a chain of steps', () => {
  test('offers the results of one to the next, by name and step', async () => {
    const { model, sent } = await world('finapi', [
      json({ processes: [{ processToken: 'p-1', clientReference: 'r' }] }, 201),
    ]);
    expect(statusOf(model, 'process-token')).toBe('Needs process-token');
    model.select('create-process');
    await model.send();
    expect(sent.map(({ url }) => url)).toEqual(['http://127.0.0.1:4608/api/v1/processes']);
    expect(sent[0]?.init).toMatchObject({
      method: 'POST',
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
    });
    expect(statusOf(model, 'create-process')).toBe('done, HTTP 201');
    expect(statusOf(model, 'process-token')).toBe('ready');
    model.select('process-token');
    const view = model.fields.value.find(({ field }) => field.name === 'process-token');
    expect(view?.value).toBe('p-1');
    expect(view?.candidates.map(({ label }) => label)).toEqual(['processToken from step Create process']);
  });

  test('a typed value wins and is kept, until it is taken back', async () => {
    const { model, make } = await world('finapi');
    model.select('process-token');
    model.setValue(fieldOf(model, 'process-token'), 'mine');
    await settled();
    const again = await make();
    again.select('process-token');
    expect(shownIn(again, 'process-token')).toBe('mine');
    again.clearValue(fieldOf(again, 'process-token'));
    expect(shownIn(again, 'process-token')).toBe('');
  });
});

describe('before sending', () => {
  test('says what is wrong, sends nothing, and sends it anyway when asked to', async () => {
    const { model, sent } = await world('finapi', [json({ errors: [] }, 400)]);
    model.select('create-user');
    model.setValue(fieldOf(model, 'id'), 'no spaces please');
    model.setValue(fieldOf(model, 'Authorization'), 'token');
    await model.send();
    expect(model.asked.value).toMatchObject({ kind: 'problems', sendable: true });
    expect(sent).toEqual([]);
    await model.send('yes');
    expect(sent).toHaveLength(1);
    expect(statusOf(model, 'create-user')).toBe('failed, HTTP 400');
  });

  test('asks before what cannot be undone', async () => {
    const { model, sent } = await world('finapi', [new Response('', { status: 200 })]);
    model.select('delete-user');
    model.setValue(fieldOf(model, 'Authorization'), 'token');
    await model.send();
    expect(model.asked.value?.kind).toBe('confirm');
    model.dismiss();
    expect(sent).toEqual([]);
    await model.send();
    await model.send('yes');
    expect(sent).toHaveLength(1);
  });
});

describe('secrets', () => {
  test('stay in the session until they are saved, and are deleted when forgotten', async () => {
    const { model, local, session } = await world('finapi');
    model.select('client-token');
    model.setValue(fieldOf(model, 'client_secret'), 'hush');
    await settled();
    const kept = (area: typeof local): string => JSON.stringify([...area.items]);
    expect(kept(local)).not.toContain('hush');
    expect(kept(session)).toContain('hush');
    model.setSaved(true);
    await vi.waitFor(() => expect(kept(local)).toContain('steps-secret:'));
    expect(kept(local)).not.toContain('hush');
    await model.forget();
    expect(kept(local) + kept(session)).not.toContain('hush');
    expect(kept(local)).not.toContain('steps');
    expect(model.record.value.saved).toBe(false);
  });
});

describe('a flow', () => {
  const story = new Story()
    .request(
      'http://127.0.0.1:4603/auth?response_type=code&client_id=c&redirect_uri=http%3A%2F%2F127.0.0.1%3A4610%2Fcb&state=s1&scope=openid',
    )
    .redirect('http://127.0.0.1:4603/auth', 302, 'http://127.0.0.1:4610/cb?code=the-code&state=s1');
  const flow = { ...onlyFlow(story), profileId: 'openid' };

  async function exchanging(answers: readonly Response[]) {
    const setting = await world('openid', answers);
    setting.background.setFlow(flow);
    setting.background.put(summaryOf({ id: flow.id, profileId: 'openid', callbackAt: 5 }));
    expect(await setting.model.useFlow(flow.id)).toBe(true);
    return setting;
  }

  test('fills the exchange with code, redirect_uri and code_verifier', async () => {
    const { model } = await exchanging([]);
    expect(model.step.value?.id).toBe('exchange');
    expect(['code', 'redirect_uri', 'code_verifier'].map((name) => shownIn(model, name))).toEqual([
      'the-code',
      'http://127.0.0.1:4610/cb',
      'v'.repeat(43),
    ]);
  });

  test('is told of the exchange, without its secrets', async () => {
    const { model, background } = await exchanging([json({ access_token: 'at', expires_in: 60 })]);
    model.setValue(fieldOf(model, 'token_endpoint'), 'http://127.0.0.1:4603/token');
    model.setValue(fieldOf(model, 'client_secret'), 'hush');
    await model.send();
    const recorded = background.calls.filter(({ name }) => name === 'recordCall');
    expect(recorded).toHaveLength(1);
    expect(recorded[0]?.args).toMatchObject([
      { flowId: flow.id },
      { stepId: 'exchange', status: 200, method: 'POST', url: 'http://127.0.0.1:4603/token' },
    ]);
    expect(JSON.stringify(recorded)).not.toContain('hush');
    expect(JSON.stringify(recorded)).not.toContain('v'.repeat(43));
  });

  test('is not told of calls that have nothing to do with it: they are kept together', async () => {
    const { model, background } = await exchanging([json({ access_token: 'at' })]);
    model.select('client-credentials');
    model.setValue(fieldOf(model, 'token_endpoint'), 'http://127.0.0.1:4603/token');
    await model.send();
    const recorded = background.calls.filter(({ name }) => name === 'recordCall');
    expect(recorded.map(({ args }) => args)).toMatchObject([
      [
        { profileId: 'openid', environmentId: 'sandbox' },
        { stepId: 'client-credentials', status: 200 },
      ],
    ]);
  });
});

test('base URLs are remembered for each environment', async () => {
  const { model, settings, make } = await world('finapi');
  model.places.setBase('access', 'https://own.example');
  await settled();
  expect(settings.current().bases).toEqual({ 'finapi/sandbox': { access: 'https://own.example' } });
  expect((await make()).places.bases.value.access).toBe('https://own.example');
  model.places.resetBase('access');
  await settled();
  expect(settings.current().bases).toEqual({ 'finapi/sandbox': {} });
});

test('a call that fails is said, and the curl command is there all the same', async () => {
  const { model } = await world('finapi');
  model.select('client-token');
  await model.send();
  expect(model.run.value).toMatchObject({
    kind: 'failed',
    failure: { code: 'call-not-reached', message: 'Nothing answered at 127.0.0.1:4604.' },
  });
  expect((await model.curl())?.command).toMatch(/^curl --include/);
});
