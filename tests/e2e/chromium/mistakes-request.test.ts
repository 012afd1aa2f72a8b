import type { Page } from '@playwright/test';
import type { Flow } from '../../../lib/flow/types.ts';
import { contextOf } from '../../../lib/rules/context-of.ts';
import { runRules } from '../../../lib/rules/run.ts';
import { DEFAULT_PORTS, PORT_NAMES } from '../../sandbox/ports.ts';
import { CATALOGUE } from '../../unit/support/catalogue.ts';
import type { BackgroundLink } from '../support/background.ts';
import { ChromiumExtension } from '../support/chromium.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { poll } from '../support/poll.ts';
import {
  createRequestMaker,
  REQUEST_MISTAKES,
  type RequestMistake,
  SOUND_REQUESTS,
} from '../support/request-mistakes.ts';

/** Chromium to which the ports that the profiles name are those of the test's own sandbox. */
const test = base.extend<{ readonly extension: ChromiumExtension }>({
  extension: async ({ options, sandbox }, use) => {
    const rules = PORT_NAMES.map(
      (name) => `MAP 127.0.0.1:${DEFAULT_PORTS[name]} 127.0.0.1:${sandbox.ports[name]}`,
    );
    const extension = await ChromiumExtension.launch({
      ...options,
      args: [`--host-resolver-rules=${rules.join(',')}`],
    });
    await use(extension);
    await extension.close();
  },
});

/** Opens a request and gives the flow that was recorded of it. */
async function recordedFlow(
  extension: ChromiumExtension,
  background: BackgroundLink,
  ids: () => Promise<readonly string[]>,
  { url, framed, tab = extension.tab }: { readonly url: string; readonly framed?: true; readonly tab?: Page },
): Promise<Flow> {
  const known = new Set(await ids());
  if (framed) {
    await extension.tab.goto(`http://127.0.0.1:4610/launch/iframe?url=${encodeURIComponent(url)}`);
    await extension.tab.click('#open');
  } else await tab.goto(url).catch(() => undefined);
  return poll(async () => {
    for (const id of (await ids()).filter((one) => !known.has(one))) {
      const flow = await background.call('flow', id);
      if (flow?.request?.url === url) return flow;
    }
    return undefined;
  }, `A flow of ${url}`);
}

/** Rules that object with an error, each once. */
async function errorsOf(
  flow: Flow,
  background: BackgroundLink,
  { evaluate }: Pick<RequestMistake, 'evaluate'>,
): Promise<readonly string[]> {
  const others = await background.call('others', flow.id);
  const context = contextOf(flow, {
    catalogue: CATALOGUE,
    now: Date.now(),
    others,
    ...(evaluate ? { choice: evaluate } : {}),
  });
  const errors = runRules(flow, context).filter(({ severity }) => severity === 'error');
  return [...new Set(errors.map(({ rule }) => rule))];
}

test('each mistake of a request gives its finding and no other error', async ({
  extension,
  background,
  workbench,
}) => {
  test.setTimeout(240_000);
  const make = await createRequestMaker();
  const ids = async (): Promise<readonly string[]> =>
    workbench.page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const port = chrome.runtime.connect({ name: 'grantscope:flows' });
          port.onMessage.addListener((push: { kind: string; flows?: { id: string }[] }) => {
            if (push.kind !== 'snapshot') return;
            port.disconnect();
            resolve((push.flows ?? []).map(({ id }) => id));
          });
          port.postMessage({ kind: 'subscribe' });
        }),
    );

  for (const one of SOUND_REQUESTS) {
    const url = await one.url(make);
    const flow = await recordedFlow(extension, background, ids, { url });
    expect.soft(await errorsOf(flow, background, one), one.name).toEqual([]);
  }
  for (const one of REQUEST_MISTAKES) {
    const url = await one.url(make);
    const flow = await recordedFlow(extension, background, ids, {
      url,
      ...(one.framed ? { framed: true } : {}),
    });
    expect.soft(await errorsOf(flow, background, one), one.name).toEqual(one.rules);
  }

  // The last mistake: a state that an earlier request had.
  const url = make.openid();
  await recordedFlow(extension, background, ids, { url });
  const state = new URL(url).searchParams.get('state') ?? '';
  // In a tab of its own: in one sign-in a provider may hand its request on under the same state.
  const tab = await extension.context.newPage();
  const again = await recordedFlow(extension, background, ids, { url: make.openid({ state }), tab });
  expect(await errorsOf(again, background, {})).toEqual(['AR16']);
});
