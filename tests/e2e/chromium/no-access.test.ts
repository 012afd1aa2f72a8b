import { rm } from 'node:fs/promises';
import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { copyBuild } from '../support/build.ts';
import { ChromiumExtension } from '../support/chromium.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { test as base, expect } from '../support/fixtures.ts';

/** Chromium with a copy of the build that may see no host at all. */
const test = base.extend<{ readonly extension: ChromiumExtension }>({
  extension: async ({ options }, use) => {
    const directory = await copyBuild('chromium', ({ host_permissions, ...manifest }) => manifest);
    const extension = await ChromiumExtension.launch({ ...options, directory });
    await use(extension);
    await extension.close();
    await rm(directory, { recursive: true });
  },
});

for (const id of ['lab-via-302', 'lab-channel-fragment', 'lab-via-script', 'openid-hybrid']) {
  test(`shows a callback without access to any host, and what is missing (${id})`, async ({
    sandbox,
    extension,
    workbench,
  }) => {
    const scenario = findScenario(id);
    if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
    const { state } = await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
    await workbench.show(state);
    expect(await workbench.copy('state')).toBe(state);
    const { search, hash } = new URL(extension.tab.url());
    const sent = new URLSearchParams(`${search.slice(1)}&${hash.slice(1)}`);
    expect(await workbench.copy('code')).toBe(sent.get('code'));
    await expect(workbench.flow).toContainText('Only the end of the redirect chain was seen');
    await expect(workbench.flow).toContainText('may not see 127.0.0.1');
    await expect(
      workbench.flow.getByRole('button', { name: 'Allow access to 127.0.0.1', exact: true }),
    ).toBeEnabled();
  });
}
