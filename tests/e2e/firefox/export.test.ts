import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { violations } from '../support/axe.ts';
import { puppeteerDriver } from '../support/drivers.ts';
import { findFlow } from '../support/evaluate-request.ts';
import { expect, firefoxTest as test } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';

test('Firefox draws a flow and imports what was recorded', async ({ firefox, sandbox }) => {
  const background = await firefox.link();
  await background.call('setRecording', true);
  const scenario = findScenario('openid-code');
  if (!scenario) throw new Error('The scenario is gone.');
  const tab = await firefox.newTab();
  const { flow } = await findFlow(background, await runScenario(scenario, sandbox, puppeteerDriver(tab)));

  const page = await firefox.openPage('workbench.html');
  await page.setViewport({ width: 1200, height: 800 });
  const workbench = new PanelPage(page);
  await workbench.press('tab', 'Diagram');
  await page.waitForSelector('svg[role="img"]');
  expect(await violations(page)).toEqual([]);

  await workbench.press('button', 'Export');
  await page.waitForSelector('dialog[open]');
  await workbench.press('radio', 'HAR 1.2');
  await page.evaluate(() => {
    const made: string[] = [];
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => made.push(text));
      return create(blob);
    };
    (globalThis as unknown as { made: string[] }).made = made;
  });
  await workbench.press('button', 'Download');
  const written = (): Promise<string | undefined> =>
    page.evaluate(() => (globalThis as unknown as { made: string[] }).made[0]);
  await expect.poll(written).toBeDefined();
  const text = (await written()) ?? '';
  expect(text).toContain('"version": "1.2"');
  expect(text).not.toContain(flow.callback?.response.values.code?.value ?? 'no code');
  await page.keyboard.press('Escape');

  const file = join(await mkdtemp(join(tmpdir(), 'grantscope-')), 'flows.har');
  await writeFile(file, text);
  const input = (await page.$('#import-file')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(file);
  const said = (): Promise<string> =>
    page.$$eval('dialog[open] [role="status"]', (found) =>
      found.map(({ textContent }) => textContent).join(' '),
    );
  await expect.poll(said).toContain('1 flow imported');
  expect(await violations(page)).toEqual([]);
});
