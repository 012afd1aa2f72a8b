import { expect, type Locator } from '@playwright/test';
import type { FlowsPage } from './flows-page.ts';

/** Opens the DAuth tab, makes a key there and gives its public part to the sandbox. */
export async function readyDauth(workbench: FlowsPage): Promise<Locator> {
  await workbench.openTab('DAuth');
  const dauth = workbench.page.getByRole('tabpanel', { name: 'DAuth', exact: true });
  await dauth.getByRole('button', { name: 'Generate a key', exact: true }).click();
  // Another key of the store is chosen until this one is made.
  const chosen = dauth.getByLabel('Signing key', { exact: true }).locator('option:checked');
  await expect(chosen).toHaveText(/RS256/);
  await dauth.getByRole('button', { name: 'Register the public key with the sandbox' }).click();
  await expect(dauth.getByText('Registered', { exact: true })).toBeVisible();
  return dauth;
}
