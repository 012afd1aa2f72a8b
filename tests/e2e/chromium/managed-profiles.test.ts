import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SAMPLE, SAMPLE_FILE } from '../../unit/profiles/sample-profile.ts';
import { violations } from '../support/axe.ts';
import { copyBuild } from '../support/build.ts';
import { ChromiumExtension } from '../support/chromium.ts';
import { expect, test } from '../support/fixtures.ts';
import { ProfilesPage } from '../support/profiles-page.ts';

/** Where Chromium on Linux reads what an administrator decided. */
const POLICIES = '/etc/chromium/policies/managed';

/** Whether this machine lets the test play the administrator. */
function isAdministrator(): boolean {
  try {
    if (!existsSync(POLICIES)) mkdirSync(POLICIES, { recursive: true });
    accessSync(POLICIES, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The id that Chromium gives an unpacked extension without a key: of its path, so that no other browser is told anything. */
function idOf(directory: string): string {
  const digits = createHash('sha256').update(directory).digest('hex').slice(0, 32);
  return [...digits].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}

/** Runs with the profiles that a policy brings. */
async function withPolicy(profiles: string, run: (page: ProfilesPage) => Promise<void>): Promise<void> {
  const directory = await copyBuild('chromium', ({ key: _, ...manifest }) => manifest);
  const id = idOf(directory);
  const policy = join(POLICIES, `grantscope-test-${id}.json`);
  await writeFile(policy, JSON.stringify({ '3rdparty': { extensions: { [id]: { profiles } } } }));
  try {
    const extension = await ChromiumExtension.launch({ directory });
    expect(extension.origin).toBe(`chrome-extension://${id}`);
    const page = new ProfilesPage((await extension.openWorkbench()).page);
    await page.show();
    await run(page);
    await extension.close();
  } finally {
    await rm(policy);
    await rm(directory, { recursive: true });
  }
}

if (isAdministrator()) {
  test('profiles of a policy are offered, cannot be changed, and can be copied', async () => {
    await withPolicy(JSON.stringify(SAMPLE_FILE), async (profiles) => {
      await expect(profiles.row('Acme Bank')).toContainText('From your organisation');
      await expect(profiles.part.getByRole('button', { name: 'Edit Acme Bank' })).toHaveCount(0);
      await expect(profiles.part.getByRole('button', { name: 'Delete Acme Bank' })).toHaveCount(0);
      await profiles.press('Duplicate Acme Bank');
      await profiles.press('Save Copy of Acme Bank');
      await expect(profiles.row('Copy of Acme Bank')).toContainText('Yours');
      expect(await violations(profiles.page)).toEqual([]);
    });
  });

  test('a policy with a mistake in it is told with its place', async () => {
    await withPolicy(JSON.stringify({ version: 1, profiles: [{ ...SAMPLE, name: 5 }] }), async (profiles) => {
      await expect(
        profiles.part.getByText(/^Left out The profiles that your organisation ships/),
      ).toBeVisible();
      expect(await profiles.problems('Problems of your organisation’s profiles')).toEqual([
        '/profiles/0/name | a text | 5 | Change its type.',
      ]);
    });
  });
}

test('without a policy there are no profiles of an organisation', async ({ workbench }) => {
  const profiles = new ProfilesPage(workbench.page);
  await profiles.show();
  await expect(profiles.part.getByText('From your organisation')).toHaveCount(0);
  await expect(profiles.part.getByText('Left out')).toHaveCount(0);
});
