import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outcomeText } from '../../../lib/export/outcome-text.ts';
import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import type { Sandbox } from '../../sandbox/start.ts';
import { violations } from '../support/axe.ts';
import type { BackgroundLink } from '../support/background.ts';
import { ChromiumExtension } from '../support/chromium.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { findFlow, type SeenFlow } from '../support/evaluate-request.ts';
import { ExportPage } from '../support/export-page.ts';
import { expect, test } from '../support/fixtures.ts';

async function signIn(
  sandbox: Sandbox,
  extension: ChromiumExtension,
  background: BackgroundLink,
): Promise<SeenFlow> {
  const scenario = findScenario('openid-code');
  if (!scenario) throw new Error('The scenario is gone.');
  return findFlow(background, await runScenario(scenario, sandbox, playwrightDriver(extension.tab)));
}

const FORMATS = [
  { label: 'Session file', ending: '.json', marks: '"format": "grantscope-session"' },
  { label: 'HAR 1.2', ending: '.har', marks: '"version": "1.2"' },
  { label: 'Markdown report', ending: '.md', marks: '# Authorization flow' },
  { label: 'curl commands', ending: '.sh', marks: 'curl --include' },
  { label: 'Mermaid diagram', ending: '.mmd', marks: 'sequenceDiagram' },
] as const;

test('exports every format without a secret, and with them only when asked', async ({
  sandbox,
  extension,
  background,
  workbench,
}) => {
  const { flow } = await signIn(sandbox, extension, background);
  const code = flow.callback?.response.values.code?.value ?? '';
  const state = flow.request?.values.state?.value ?? '';
  expect([code, state]).not.toContain('');
  await workbench.page.bringToFront();
  await expect(workbench.rows).toHaveCount(1);
  const page = new ExportPage(workbench.page);
  for (const { label, ending, marks } of FORMATS) {
    const file = await page.download(await page.open(label));
    expect(file.name).toMatch(new RegExp(`^grantscope-[\\d-]+T[\\d-]+\\${ending}$`));
    expect(file.text).toContain(marks);
    expect([code, state].filter((secret) => file.text.includes(secret))).toEqual([]);
  }
  const dialog = await page.open('Session file', true);
  await expect(dialog).toContainText('Whoever gets this can use what is still valid in it');
  expect(await violations(workbench.page)).toEqual([]);
  const whole = await page.download(dialog);
  expect(whole.name).toContain('-with-secrets.json');
  expect(whole.text).toContain(code);
});

test('shows what remains before anything is written, and how much was replaced', async ({
  sandbox,
  extension,
  background,
  workbench,
}, info) => {
  const { flow } = await signIn(sandbox, extension, background);
  const code = flow.callback?.response.values.code?.value ?? '';
  await workbench.page.bringToFront();
  const dialog = await new ExportPage(workbench.page).open('curl commands');
  const remains = dialog.getByRole('region', { name: 'What remains' });
  await expect(remains).toContainText(/\d+ different values were replaced, in \d+ places/);
  await expect(remains.getByRole('list', { name: 'Replaced values by kind' })).toContainText('Codes');
  const preview = dialog.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('response_type=code');
  await expect(preview).toContainText('redacted-code-1-');
  await expect(preview).not.toContainText(code);
  expect(await violations(workbench.page)).toEqual([]);
  await workbench.page.screenshot({ path: info.outputPath('export-preview.png') });
  await workbench.page.setViewportSize({ width: 400, height: 800 });
  await workbench.page.screenshot({ path: info.outputPath('export-preview-narrow.png') });
  await workbench.page.emulateMedia({ colorScheme: 'dark' });
  await workbench.page.setViewportSize({ width: 1000, height: 260 });
  await workbench.page.screenshot({ path: info.outputPath('export-preview-dark.png') });
  await workbench.page.setViewportSize({ width: 1280, height: 800 });
  const waiting = workbench.page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  const file = await (await waiting).createReadStream();
  let text = '';
  for await (const part of file) text += String(part);
  expect((await preview.textContent())?.slice(0, 500)).toBe(text.slice(0, 500));
  await dialog.getByRole('checkbox', { name: 'Include codes, tokens and other secrets' }).check();
  await expect(remains).toHaveCount(0);
});

test('copies the report of the selected flow', async ({ sandbox, extension, background, workbench }) => {
  const { flow } = await signIn(sandbox, extension, background);
  await workbench.page.bringToFront();
  await workbench.flow.getByRole('button', { name: 'Export flow…' }).click();
  const dialog = new ExportPage(workbench.page).dialog('Export flows');
  await expect(dialog.getByRole('radio', { name: 'The selected flow' })).toBeChecked();
  await dialog.getByRole('radio', { name: 'Markdown report' }).check();
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('status')).toContainText('Copied 1 flow');
  const copied = await workbench.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('### Hops');
  expect(copied).not.toContain(flow.callback?.response.values.code?.value);
});

for (const label of ['Session file', 'HAR 1.2'] as const) {
  test(`imports its own ${label} in a fresh profile, once`, async ({
    sandbox,
    extension,
    background,
    workbench,
  }) => {
    const { flow, summary } = await signIn(sandbox, extension, background);
    await workbench.page.bringToFront();
    await expect(workbench.rows).toHaveCount(1);
    const first = new ExportPage(workbench.page);
    const file = await first.download(await first.open(label, true));

    const fresh = await ChromiumExtension.launch();
    try {
      const other = await fresh.openWorkbench();
      const page = new ExportPage(other.page);
      const dialog = await page.import(file.name, file.text);
      await expect(dialog.getByRole('status')).toContainText('1 flow imported');
      expect(await violations(other.page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Show it' }).click();
      await expect(other.flow).toContainText(outcomeText(summary.outcome));
      await expect(other.flow.getByRole('list', { name: 'How it was seen' })).toContainText(
        'imported from a file',
      );
      expect(await other.copy('code')).toBe(flow.callback?.response.values.code?.value);
      await other.openPart('Hops');
      await expect.poll(async () => (await other.hopLines()).length).toBe(flow.hops.length);

      const again = await page.drop(file.name, file.text);
      await expect(again.getByRole('status')).toContainText('1 flow was here already');
      await again.getByRole('button', { name: 'Close' }).last().click();
      await expect(other.rows).toHaveCount(1);
    } finally {
      await fresh.close();
    }
  });
}

test('reads a file of 100 MB while the page goes on', async ({ workbench }) => {
  test.setTimeout(120_000);
  const folder = await mkdtemp(join(tmpdir(), 'grantscope-'));
  try {
    const path = join(folder, 'large.har');
    await writeFile(path, largeHar(100_000_000));
    const { page } = workbench;
    await page.evaluate(() => {
      const beat = { ticks: 0, during: 0 };
      Object.assign(globalThis, { beat });
      setInterval(() => {
        beat.ticks++;
        if (document.querySelector('dialog[open] progress')) beat.during++;
      }, 20);
    });
    await page.getByLabel('File to import').setInputFiles(path);
    const status = new ExportPage(page).dialog('Import flows').getByRole('status');
    await expect(status).toContainText('1 flow imported from large.har', { timeout: 90_000 });
    const during = await page.evaluate(
      () => (globalThis as unknown as { beat: { during: number } }).beat.during,
    );
    expect(during).toBeGreaterThan(10);
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** A HAR file of a sign-in among answers that fill it. @param size in bytes */
function* largeHar(size: number): Generator<string> {
  const entry = (url: string, redirectURL: string, text: string): string =>
    JSON.stringify({
      startedDateTime: '2026-01-02T03:04:05.000Z',
      time: 1,
      request: { method: 'GET', url },
      response: { status: redirectURL === '' ? 200 : 302, redirectURL, content: { text } },
    });
  const back = 'https://app.test/callback?code=c1&state=s1';
  const asked =
    'https://as.test/authorize?response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fapp.test%2Fcallback&state=s1';
  yield `{"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[${entry(asked, back, '')}`;
  const answer = entry('https://cdn.test/picture', '', 'A'.repeat(1_000_000));
  for (let written = 0; written < size; written += answer.length) yield `,${answer}`;
  yield `,${entry(back, '', '')}]}}`;
}

test('says why a file is no good, and what of it was not used', async ({ workbench }) => {
  const page = new ExportPage(workbench.page);
  const refused = await page.import('notes.json', '{"notes":[]}');
  await expect(refused.getByRole('status')).toContainText('neither a session nor a HAR file');
  await refused.getByRole('button', { name: 'Close' }).last().click();
  const entries = [{ request: { method: 'GET', url: 'ftp://x/' } }, 7];
  const partly = await page.import('odd.har', JSON.stringify({ log: { entries } }));
  await expect(partly.getByRole('status')).toContainText('2 entries not used');
  await expect(partly.getByRole('status')).toContainText('1 × no http or https URL');
});
