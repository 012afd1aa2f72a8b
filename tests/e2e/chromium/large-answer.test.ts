import { randomUUID } from 'node:crypto';
import { findFlow } from '../support/evaluate-request.ts';
import { expect, test } from '../support/fixtures.ts';

const MEGABYTE = 1_000_000;

test.use({ ownBrowser: true });

for (const way of ['302/form_post', 'script/fragment', 'script/query']) {
  test(`keeps a callback of a megabyte whole, and the flow before it (${way})`, async ({
    sandbox,
    extension,
    background,
    workbench,
  }) => {
    const { lab, client } = sandbox.urls;
    const open = async (path: string, known: ReadonlySet<string>, answer?: string) => {
      const state = randomUUID();
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: 'lab-client',
        redirect_uri: `${client}/callback`,
        state,
        ...(answer === undefined ? {} : { answer }),
      });
      const url = `${lab}/authorize/${path}?${query}`;
      await extension.tab.goto(url, { waitUntil: 'commit' });
      return findFlow(background, { url, state, redirectUri: `${client}/callback` }, known);
    };
    const before = await open('302/query', new Set());
    const { flow } = await open(way, new Set([before.summary.id]), 'huge');
    const padding = flow.callback?.response.parameters.find(({ name }) => name === 'padding');
    expect(padding?.value.length).toBeGreaterThanOrEqual(MEGABYTE);
    expect(padding?.problems.map(({ code }) => code)).toEqual(['oversize']);
    expect(flow.callback?.recognition).toBe('redirect-uri-and-state');
    expect((await background.call('flow', before.summary.id))?.status).toBe('completed');
    expect(await background.call('status')).toMatchObject({ flows: 2, dropped: 0 });

    await workbench.page.bringToFront();
    await workbench.rows.first().click();
    await workbench.openPart('Callback');
    await expect(workbench.flow.getByText('padding', { exact: true }).first()).toBeVisible();
  });
}
