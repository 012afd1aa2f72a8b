import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { violations } from '../support/axe.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { findFlow } from '../support/evaluate-request.ts';
import { expect, test } from '../support/fixtures.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ options: { colorScheme } });

    test('draws the flow as a picture and in words, at 1280 and at 400 pixels', async ({
      sandbox,
      extension,
      background,
      workbench,
    }, info) => {
      const scenario = findScenario('openid-code');
      if (!scenario) throw new Error('The scenario is gone.');
      const { flow } = await findFlow(
        background,
        await runScenario(scenario, sandbox, playwrightDriver(extension.tab)),
      );
      const { page } = workbench;
      await page.bringToFront();
      await workbench.openPart('Diagram');
      const picture = workbench.flow.getByRole('img', { name: /^Sequence diagram: / });
      await expect(picture).toBeVisible();
      await workbench.flow.getByText('The same in words').click();
      const words = workbench.flow.getByRole('list', { name: 'Sequence in words' });
      await expect(words.getByRole('listitem').first()).toContainText('with client_id');
      await expect(
        workbench.flow.getByRole('table', { name: 'Waterfall' }).getByRole('rowheader'),
      ).toHaveCount(flow.hops.length);
      expect(await violations(page)).toEqual([]);
      await page.screenshot({ path: info.outputPath(`diagram-wide-${colorScheme}.png`), fullPage: true });

      await page.setViewportSize({ width: 400, height: 800 });
      await workbench.rows.first().click();
      await expect(picture).toBeVisible();
      await expect.poll(async () => (await picture.boundingBox())?.width ?? 999).toBeLessThanOrEqual(400);
      expect(await violations(page)).toEqual([]);
      await picture.scrollIntoViewIfNeeded();
      await page.screenshot({ path: info.outputPath(`diagram-narrow-${colorScheme}.png`) });
    });
  });
}

test('copies the picture as SVG, PNG and Mermaid, without values', async ({
  sandbox,
  extension,
  background,
  workbench,
}) => {
  const scenario = findScenario('openid-code');
  if (!scenario) throw new Error('The scenario is gone.');
  const { flow } = await findFlow(
    background,
    await runScenario(scenario, sandbox, playwrightDriver(extension.tab)),
  );
  const { page } = workbench;
  await page.bringToFront();
  await workbench.openPart('Diagram');
  const copied = async (name: string): Promise<string> => {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await workbench.flow.getByRole('button', { name, exact: true }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const svg = await copied('Copy SVG');
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="800"/);
  expect(svg).toContain('GET /');
  const mermaid = await copied('Copy Mermaid');
  expect(mermaid).toMatch(/^sequenceDiagram\n/);
  const code = flow.callback?.response.values.code?.value ?? 'no code';
  expect([svg, mermaid].filter((text) => text.includes(code))).toEqual([]);
  await workbench.flow.getByRole('button', { name: 'Copy PNG', exact: true }).click();
  const types = (): Promise<string[]> =>
    page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => [...item.types]));
  await expect.poll(types).toContain('image/png');
});
