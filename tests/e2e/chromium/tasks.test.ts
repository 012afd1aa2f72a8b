import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import type { Sandbox } from '../../sandbox/start.ts';
import type { ChromiumExtension } from '../support/chromium.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { ExportPage } from '../support/export-page.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { Hand } from '../support/hand.ts';
import { startHeld } from '../support/held-scenario.ts';
import { mappedTest as mapped } from '../support/mapped-sandbox.ts';
import { ProfilesPage } from '../support/profiles-page.ts';
import { RequestPage } from '../support/request-page.ts';
import { StepsPage } from '../support/steps-page.ts';

/** Docked at the bottom of a laptop's window. */
const DOCKED = { width: 1000, height: 260 } as const;

const test = base.extend<{ readonly hand: Hand }>({
  hand: async ({ workbench }, use) => {
    await workbench.page.setViewportSize(DOCKED);
    await use(new Hand(workbench.page));
  },
});

/** Signs in as a scenario does, then looks at the panel again. */
async function signIn(
  id: string,
  sandbox: Sandbox,
  extension: ChromiumExtension,
  hand: Hand,
): Promise<string> {
  const scenario = findScenario(id);
  if (!scenario) throw new Error(`There is no scenario ${id}.`);
  const { state } = await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
  await hand.page.bringToFront();
  return state;
}

test('the first callback is in view without a click once the panel is open', async ({
  sandbox,
  extension,
}) => {
  const { page, flow, rows, recordSwitch } = await extension.openWorkbench();
  await expect(recordSwitch).toBeChecked();
  await page.setViewportSize(DOCKED);
  const hand = new Hand(page);
  const state = await signIn('lab-via-302', sandbox, extension, hand);
  await expect(rows).toHaveCount(1);
  await hand.sees(
    rows.first(),
    flow.getByRole('heading', { level: 2 }).first(),
    flow.getByRole('button', { name: 'Copy state', exact: true }),
    flow.getByRole('tab', { name: /^Hops/ }),
  );
  await expect(flow).toContainText(state);
  expect(hand.acts).toBe(0);
});

test('the cause among fifty flows: two acts', async ({ sandbox, extension, workbench, hand }) => {
  await signIn('lab-bad-unknown-state', sandbox, extension, hand);
  for (let times = 0; times < 49; times++) await signIn('lab-via-302', sandbox, extension, hand);
  await expect(workbench.page.getByRole('grid', { name: 'Flows' })).toHaveAttribute('aria-rowcount', '50');
  const { page, flow } = workbench;
  await hand.clicks(page.getByRole('button', { name: 'Failed', exact: true }));
  await expect(workbench.rows).toHaveCount(1);
  const cause = flow.locator('.flow-cause');
  await expect(cause).toContainText('state');
  await hand.sees(flow.getByRole('heading', { level: 2 }).first(), cause);
  expect(hand.acts).toBeLessThanOrEqual(2);
});

test('code, state and flowid copied: one act', async ({ sandbox, extension, workbench, hand }) => {
  const state = await signIn('connectpay-all', sandbox, extension, hand);
  await expect(workbench.flow).toContainText(state);
  await hand.clicks(workbench.flow.getByRole('button', { name: 'Copy all', exact: true }));
  await expect
    .poll(() => hand.page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(new RegExp(`^code=.+\\nstate=${state}\\nflowid=.+$`));
  expect(hand.acts).toBe(1);
});

test('an id_token verified: three acts at most', async ({ sandbox, extension, workbench, hand }) => {
  await signIn('openid-hybrid', sandbox, extension, hand);
  const verify = workbench.flow.getByRole('button', { name: /^Verify / }).first();
  await hand.clicks(verify);
  const verdict = workbench.flow.getByRole('list', { name: /signatures/i });
  await expect(verdict).toContainText('Verified');
  await hand.sees(verdict);
  expect(hand.acts).toBeLessThanOrEqual(3);
});

test('two flows compared: two acts', async ({ sandbox, extension, workbench, hand }) => {
  await signIn('openid-code', sandbox, extension, hand);
  await signIn('openid-cancelled', sandbox, extension, hand);
  await expect(workbench.rows).toHaveCount(2);
  await hand.clicks(workbench.flow.getByRole('button', { name: 'Compare with…' }));
  const outcome = hand.page.getByRole('table', { name: 'Outcome' });
  await hand.sees(
    outcome.getByRole('row', { name: /^status/ }),
    outcome.getByRole('row', { name: /^outcome/ }),
  );
  expect(hand.acts).toBeLessThanOrEqual(2);
});

test('a redacted HAR: two acts once the format was chosen', async ({
  sandbox,
  extension,
  workbench,
  hand,
}) => {
  const state = await signIn('connectpay-all', sandbox, extension, hand);
  const exporting = new ExportPage(hand.page);
  const open = workbench.flow.getByRole('button', { name: 'Export flow…' });
  await open.click();
  await exporting.dialog('Export flows').getByRole('radio', { name: 'HAR 1.2' }).check();
  await hand.page.keyboard.press('Escape');

  await hand.clicks(open);
  const dialog = exporting.dialog('Export flows');
  await expect(dialog.getByRole('radio', { name: 'HAR 1.2' })).toBeChecked();
  const download = dialog.getByRole('button', { name: 'Download', exact: true });
  await hand.sees(
    dialog.getByRole('radio', { name: 'HAR 1.2' }),
    dialog.getByRole('checkbox', { name: 'Include codes, tokens and other secrets' }),
    download,
  );
  await expect(download).toBeEnabled();
  const saved = hand.page.waitForEvent('download');
  await hand.clicks(download);
  expect((await saved).suggestedFilename()).toMatch(/\.har$/);
  await expect(dialog.getByRole('status')).toBeVisible();
  expect(state).not.toBe('');
  expect(hand.acts).toBe(2);
});

test('a callback held, changed and released in the panel: three acts', async ({
  sandbox,
  extension,
  workbench,
  hand,
}) => {
  const { page, flow } = workbench;
  await hand.clicks(page.getByRole('switch', { name: 'Hold callbacks', exact: true }));
  const { url, state } = await startHeld('lab-channel-query', sandbox);
  await extension.tab.goto(url, { waitUntil: 'commit' }).catch(() => undefined);
  await page.bringToFront();
  await expect(flow).toContainText(state);
  await hand.pastes(flow.getByRole('textbox', { name: 'New value of code', exact: true }), 'changed');
  await hand.clicks(flow.getByRole('button', { name: 'Release', exact: true }));
  await extension.tab.waitForSelector('#callback');
  expect(new URL(extension.tab.url()).searchParams.get('code')).toBe('changed');
  expect(hand.acts).toBe(3);
});

test('a token out of a pasted curl command: one act', async ({ workbench, hand }) => {
  await workbench.openTab('Token');
  const text = `curl -H 'Authorization: Bearer ${token({ sub: 'from-curl' })}' https://api.example/accounts`;
  await hand.pastes(hand.page.getByRole('textbox', { name: 'Token', exact: true }), text);
  const verdict = hand.page.getByRole('status', { name: 'Verification', exact: true });
  const payload = hand.page.getByRole('region', { name: 'Payload', exact: true });
  await expect(payload).toContainText('from-curl');
  await hand.sees(verdict);
  expect(hand.acts).toBe(1);
});

test.describe('with the providers of the sandbox', () => {
  mapped('a Leatherback request signed with a new key and launched: five acts', async ({ workbench }) => {
    const { page } = workbench;
    await page.setViewportSize(DOCKED);
    const hand = new Hand(page);
    const request = new RequestPage(page);
    await hand.clicks(page.getByRole('tab', { name: 'Request', exact: true }));
    await hand.chooses(request.field('Profile'), 'Leatherback');
    const open = request.form.getByRole('button', { name: 'Open', exact: true });
    await hand.sees(open, request.field('Environment'), request.field('Authorization endpoint'));
    await expect(open).toHaveAttribute('aria-disabled', 'true');
    await hand.clicks(request.form.getByRole('button', { name: 'Generate a key', exact: true }));
    await hand.clicks(
      request.form.getByRole('button', { name: 'Register the public key with the sandbox', exact: true }),
    );
    await expect(request.form.getByText('Registered', { exact: true })).toBeInViewport();
    await expect(open).toHaveAttribute('aria-disabled', 'false');
    const opened = page.context().waitForEvent('page');
    await hand.clicks(open);
    await (await opened).waitForSelector('#username');
    await page.bringToFront();
    await hand.sees(request.form.getByRole('status').filter({ hasText: 'Opened in a new tab.' }));
    expect(hand.acts).toBe(5);
  });

  mapped('a DAuth header with a new key in the clipboard: three acts', async ({ workbench }) => {
    const { page } = workbench;
    await page.setViewportSize(DOCKED);
    const hand = new Hand(page);
    const dauth = page.getByRole('tabpanel', { name: 'DAuth', exact: true });
    await hand.clicks(page.getByRole('tab', { name: 'DAuth', exact: true }));
    await hand.clicks(dauth.getByRole('button', { name: 'Generate a key', exact: true }));
    const copy = dauth.getByRole('button', { name: 'Copy header line', exact: true });
    await expect(copy).toBeEnabled();
    await hand.sees(dauth.getByRole('region', { name: 'Header line' }));
    await hand.clicks(copy);
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/^DAuth: [\w-]+\.[\w-]+\.[\w-]+$/);
    expect(hand.acts).toBe(3);
  });

  mapped(
    'a provider of one’s own, discovered and ready to launch: four acts',
    async ({ sandbox, workbench }) => {
      const { page } = workbench;
      await page.setViewportSize(DOCKED);
      const hand = new Hand(page);
      const profiles = new ProfilesPage(page);
      await hand.clicks(page.getByRole('tab', { name: 'Settings', exact: true }));
      const form = profiles.part.getByRole('form', { name: 'New profile', exact: true });
      await hand.pastes(form.getByLabel('Issuer', { exact: true }), sandbox.urls.openid);
      await hand.clicks(
        form.getByRole('button', { name: 'Create from its discovery document', exact: true }),
      );
      const use = profiles.part.getByRole('button', { name: 'Use in Request', exact: true });
      await expect(use).toBeFocused();
      await hand.clicks(use);
      const request = new RequestPage(page);
      await expect(request.field('Authorization endpoint')).toHaveValue(`${sandbox.urls.openid}/auth`);
      await hand.sees(request.field('Profile'), request.field('Authorization endpoint'));
      expect(hand.acts).toBe(4);
    },
  );

  mapped('a user token of finAPI: five acts', async ({ workbench }) => {
    const { page } = workbench;
    await page.setViewportSize(DOCKED);
    const hand = new Hand(page);
    const steps = new StepsPage(page);
    await hand.clicks(page.getByRole('tab', { name: 'Steps', exact: true }));
    await hand.chooses(steps.tab.getByLabel('Profile', { exact: true }), 'finAPI');
    await hand.clicks(steps.list.getByRole('button', { name: 'Run Client token', exact: true }));
    await expect(steps.outcome).toContainText('HTTP 200');
    for (const [name, status] of [
      ['Create user', 201],
      ['User token', 200],
    ] as const) {
      await hand.clicks(steps.step.getByRole('button', { name: `Run next: ${name}`, exact: true }));
      await expect(steps.step.getByRole('heading', { name, exact: true, level: 2 })).toBeInViewport();
      await expect(steps.outcome).toContainText(`HTTP ${status}`);
    }
    await hand.sees(steps.outcome, steps.answer.getByText('user_access_token', { exact: true }));
    expect(hand.acts).toBe(5);
  });
});

/** An unsigned token of these claims. */
function token(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`;
}
