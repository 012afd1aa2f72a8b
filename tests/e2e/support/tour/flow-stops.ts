import { expect } from '@playwright/test';
import { findScenario, runScenario } from '../../../sandbox/scenarios.ts';
import { playwrightDriver } from '../drivers.ts';
import { ExportPage } from '../export-page.ts';
import { StepsPage } from '../steps-page.ts';
import type { Stop, TourWorld } from '../tour.ts';

/** Plays a scenario in the browser's first tab and shows its flow. */
async function play({ extension, sandbox, workbench }: TourWorld, id: string): Promise<void> {
  const scenario = findScenario(id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  const { state } = await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
  await workbench.page.bringToFront();
  await workbench.show(state);
  await workbench.filter('');
}

const part = (name: string): Stop => ({
  name: `Flows, ${name}`,
  go: async ({ workbench }) => {
    await workbench.openPart(name);
    return workbench.page;
  },
});

const closeDialog = async ({ workbench: { page } }: TourWorld): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

/** An answer with another state than the request's, which was easy to guess. */
const faulty = ({ sandbox: { urls } }: TourWorld): string =>
  `${urls.lab}/mistake/state-other/authorize?${new URLSearchParams({
    response_type: 'code id_token',
    client_id: 'grantscope-lab',
    redirect_uri: `${urls.client}/callback`,
    scope: 'openid',
    state: 'abc',
    nonce: '9f8b5c0e-27a4-4a7c-8a0f-1f6f2f6f5a10',
  })}`;

/** The Flows tab: a flow with webhooks, one with calls, one with findings, and what opens over them. */
export const flowStops: readonly Stop[] = [
  {
    name: 'Flows, recording, none yet',
    go: async ({ workbench }) => workbench.page,
  },
  {
    name: 'Flows, webhooks asked for',
    go: async (world) => {
      const { page } = world.workbench;
      await play(world, 'leatherback-granted');
      await page.getByRole('button', { name: 'Webhooks…' }).click();
      const submitted = page.getByRole('region', { name: 'Webhooks', exact: true });
      await submitted.getByLabel('or an inbox’s address').fill(`${world.sandbox.urls.client}/webhook/inbox`);
      await submitted.getByRole('button', { name: 'Read inbox' }).click();
      await expect(submitted.getByRole('status')).toContainText('1 webhook joined its flow.');
      return page;
    },
    leave: async ({ workbench: { page } }) =>
      page.getByRole('button', { name: 'Close', exact: true }).click(),
  },
  part('Webhooks'),
  part('Hops'),
  {
    name: 'Flows, a hop opened',
    go: async ({ workbench }) => {
      await workbench.flow.getByRole('button', { name: 'Hop 1', exact: true }).click();
      return workbench.page;
    },
  },
  part('Request'),
  part('Diagram'),
  {
    name: 'Flows, Diagram in words',
    go: async ({ workbench }) => {
      await workbench.flow.getByText('The same in words').click();
      return workbench.page;
    },
  },
  {
    name: 'Flows, Calls',
    go: async (world) => {
      const { workbench } = world;
      const steps = new StepsPage(workbench.page);
      await play(world, 'openid-code');
      await steps.choose('OpenID', { issuer: world.sandbox.urls.openid });
      await steps.run('Discovery', 200);
      await workbench.openTab('Flows');
      await workbench.flow.getByRole('button', { name: 'Exchange…' }).click();
      await steps.press('Run Code exchange');
      await expect(steps.outcome).toContainText('HTTP');
      await workbench.openTab('Flows');
      await workbench.openPart('Calls');
      await expect(workbench.flow.getByRole('region', { name: 'Code exchange', exact: true })).toBeVisible();
      return workbench.page;
    },
  },
  {
    name: 'Flows, Findings',
    go: async (world) => {
      const { extension, workbench } = world;
      await extension.tab.goto(faulty(world));
      await extension.tab.getByRole('heading').first().waitFor();
      await workbench.page.bringToFront();
      // The flows of the stops before, the calls that were run for none, and this one.
      await expect(workbench.rows).toHaveCount(4);
      await workbench.rows.first().click();
      await workbench.openPart('Findings');
      await workbench.flow.getByText('About CB01').click();
      return workbench.page;
    },
  },
  part('Callback'),
  part('Tokens'),
  part('Cookies'),
  {
    name: 'Flows, a dead callback',
    go: async (world) => {
      await play(world, 'lab-dead-host');
      return world.workbench.page;
    },
  },
  {
    name: 'Flows, the list',
    go: async ({ workbench }) => {
      await workbench.list.focus();
      await workbench.flow.getByRole('tab').first().press('Escape');
      return workbench.page;
    },
  },
  {
    name: 'Flows, nothing matches',
    go: async ({ workbench }) => {
      await workbench.filter('state:none-has-this');
      return workbench.page;
    },
    leave: ({ workbench }) => workbench.filter(''),
  },
  {
    name: 'Paste callback',
    go: async ({ workbench: { page } }) => {
      await page.getByRole('button', { name: 'Paste callback…' }).click();
      return page;
    },
    leave: async ({ workbench: { page } }) =>
      page.getByRole('button', { name: 'Close', exact: true }).click(),
  },
  {
    name: 'Export dialog',
    go: async ({ workbench: { page } }) => {
      await new ExportPage(page).open('Session file', true);
      return page;
    },
    leave: closeDialog,
  },
  {
    name: 'Import dialog',
    go: async ({ workbench: { page } }) => {
      const dialog = await new ExportPage(page).import('notes.json', '{"log": {}}');
      await expect(dialog.getByText('notes.json')).toBeVisible();
      return page;
    },
    leave: closeDialog,
  },
  {
    name: 'Compare with…',
    go: async ({ workbench }) => {
      await workbench.rows.first().click();
      await workbench.flow.getByRole('button', { name: 'Compare with…' }).click();
      await expect(workbench.flow.getByRole('table', { name: 'Outcome' })).toBeVisible();
      return workbench.page;
    },
    leave: async ({ workbench }) => {
      await workbench.flow.getByRole('button', { name: 'Back to the flow' }).click();
    },
  },
  {
    name: 'Search in a flow',
    go: async ({ workbench }) => {
      await workbench.rows.first().click();
      await workbench.openPart('Hops');
      await workbench.flow.focus();
      await workbench.page.keyboard.press('Control+f');
      await workbench.flow.getByRole('searchbox', { name: 'Find in this part' }).fill('127.0.0.1');
      await expect(workbench.flow.getByText(/^1 of \d+$/)).toBeVisible();
      return workbench.page;
    },
    leave: async ({ workbench }) => {
      await workbench.page.keyboard.press('Escape');
    },
  },
  ...(['Replay…'] as const).map(
    (name): Stop => ({
      name,
      go: async ({ workbench }) => {
        await workbench.rows.first().click();
        await workbench.flow.getByRole('button', { name }).click();
        await expect(workbench.page.getByRole('dialog')).toBeVisible();
        return workbench.page;
      },
      leave: closeDialog,
    }),
  ),
];
