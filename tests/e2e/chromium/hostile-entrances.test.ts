import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ALL_TEXTS, COLLECTIONS } from '../../hostile/collections.ts';
import { jwtAttacks } from '../../hostile/jwt-attacks.ts';
import { watchCanary } from '../support/canary.ts';
import { ExportPage } from '../support/export-page.ts';
import { expect, test } from '../support/fixtures.ts';
import { ProfilesPage } from '../support/profiles-page.ts';
import { sampleOf } from '../support/sample.ts';
import { StepsPage } from '../support/steps-page.ts';
import { TokenPage } from '../support/token-page.ts';

const MARKUP = COLLECTIONS.markup ?? [];

/** One of so many texts that run nothing is sent through an address. */
const ONE_OF = sampleOf(10, 30);

/** Every text that runs script, and some of the others, short enough for an address. */
const SAMPLE = [
  ...MARKUP,
  ...ALL_TEXTS.filter((text, index) => index % ONE_OF === 0 && text.length <= 2_000),
].filter((text) => text.isWellFormed() && text !== '');

async function serve(answer: (path: string) => { type: string; body: string }): Promise<[string, Server]> {
  const server = createServer((request, response) => {
    const { type, body } = answer(request.url ?? '/');
    response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return [`http://127.0.0.1:${(server.address() as AddressInfo).port}`, server];
}

test.use({ ownBrowser: true });

test.describe.configure({ timeout: 240_000 });

test('callbacks with hostile parameters are kept verbatim and run nothing', async ({
  extension,
  background,
  workbench,
}) => {
  const [origin, server] = await serve(() => ({ type: 'text/html', body: 'arrived' }));
  const canary = watchCanary(extension.context);
  for (const [index, text] of SAMPLE.entries()) {
    const state = `hostile-${index}`;
    const asked = new URLSearchParams({
      response_type: 'code',
      client_id: text,
      redirect_uri: `${origin}/callback`,
      state,
      nonce: text,
    });
    await extension.tab.goto(`${origin}/authorize?${asked}`);
    const sent = new URLSearchParams({ code: text, state, flowid: text, error_description: text });
    await extension.tab.goto(`${origin}/callback?${sent}`);
  }
  await expect.poll(async () => (await background.call('status')).flows).toBe(SAMPLE.length);
  const kept = await background.call('recentCallbacks', SAMPLE.length);
  const codes = new Map(kept.map(({ state = '', code }) => [state, code]));
  const lost = SAMPLE.filter((text, index) => codes.get(`hostile-${index}`) !== text);
  expect(lost).toEqual([]);
  await workbench.page.bringToFront();
  for (const index of MARKUP.keys()) {
    await workbench.show(`hostile-${index}`);
    if (index % 8 === 0)
      for (const part of ['Findings', 'Request', 'Hops', 'Callback']) await workbench.openPart(part);
  }
  await canary.expectQuiet();
  server.close();
});

test('pasted tokens are read as far as they can be, and run nothing', async ({ extension, workbench }) => {
  const canary = watchCanary(extension.context);
  const { attacks, publicPem } = jwtAttacks();
  await workbench.openTab('Token');
  const token = new TokenPage(workbench.page);
  await token.box('Token').fill('a.b.c');
  const texts = [...attacks.map((attack) => attack.token), ...MARKUP, ...SAMPLE.slice(-40)];
  for (const text of texts) {
    await token.box('Token').fill(text);
    if (await token.box('Key').isVisible()) await token.box('Key').fill(publicPem);
    await expect(token.verification).toHaveText(/^(Invalid signature|Not verified|Malformed)/);
  }
  await canary.expectQuiet();
});

test('imported files are refused or read, and run nothing', async ({ extension, workbench }) => {
  const canary = watchCanary(extension.context);
  const { page } = workbench;
  const files = new ExportPage(page);
  const entries = MARKUP.map((text, index) => ({
    startedDateTime: '2026-01-01T00:00:00Z',
    time: 1,
    request: {
      method: 'GET',
      url: `https://as.test/authorize?response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fapp.test%2Fcb&state=i${index}&nonce=${encodeURIComponent(text)}`,
      headers: [{ name: text, value: text }],
    },
    response: { status: 302, headers: [{ name: 'Location', value: text }], content: { mimeType: text } },
  }));
  for (const text of [
    JSON.stringify({ log: { entries } }),
    ...(COLLECTIONS['prototype names'] ?? []),
    ...(COLLECTIONS['JSON parsing suite'] ?? []).filter((_, index) => index % 25 === 0),
  ]) {
    const dialog = await files.import('hostile.json', text);
    await expect(dialog.getByRole('status')).not.toBeEmpty();
    await dialog.getByRole('button', { name: 'Close' }).first().click();
    await expect(dialog).toHaveCount(0);
  }
  const profiles = new ProfilesPage(page);
  await profiles.show();
  for (const text of [...(COLLECTIONS['prototype names'] ?? []), ...MARKUP.slice(0, 12)]) {
    await profiles.importText(text);
    await expect(profiles.part.getByRole('table', { name: 'Problems of the file' })).toBeVisible();
  }
  await canary.expectQuiet();
});

test('webhooks and filters take any text, and run nothing', async ({ extension, workbench }) => {
  const canary = watchCanary(extension.context);
  const { page } = workbench;
  await page.getByRole('button', { name: 'Webhooks…' }).click();
  const webhooks = page.getByRole('region', { name: 'Webhooks', exact: true });
  for (const text of MARKUP) {
    await webhooks.getByLabel('Webhook body').fill(JSON.stringify({ code: text, state: text, [text]: text }));
    await webhooks.getByRole('button', { name: 'Take this webhook' }).click();
    await expect(webhooks.getByRole('status')).not.toBeEmpty();
  }
  for (const text of SAMPLE) await workbench.filter(text);
  await canary.expectQuiet();
});

test('what a server answers to a step is shown as text', async ({ extension, workbench }) => {
  const canary = watchCanary(extension.context);
  let body = '';
  let type = 'application/json';
  const [origin, server] = await serve(() => ({ type, body }));
  const steps = new StepsPage(workbench.page);
  await steps.choose('finAPI', { access: origin });
  await steps.show('Client token');
  for (const [index, text] of [...MARKUP, ...SAMPLE.slice(-20)].entries()) {
    type = index % 2 === 0 ? 'application/json' : 'text/html';
    body =
      index % 3 === 0
        ? text
        : JSON.stringify({
            access_token: text,
            error: text,
            error_description: text,
            [text]: text,
            n: index,
          });
    await steps.press('Run Client token');
    await expect(steps.outcome).toContainText('HTTP 200');
  }
  await canary.expectQuiet();
  server.close();
});
