import { expect } from '@playwright/test';
import type { ChromiumExtension } from './chromium.ts';
import type { FlowsPage } from './flows-page.ts';
import { codeOf, type StepProvider } from './step-provider.ts';

/** Switches recording and history on. */
export async function keepHistory(workbench: FlowsPage): Promise<void> {
  await workbench.record(true);
  await workbench.openTab('Settings');
  const keep = workbench.page.getByRole('switch', { name: 'Keep history' });
  await keep.click();
  await expect(keep).toBeChecked();
  await workbench.openTab('Flows');
}

/** How many flows the background says are on disk. */
export async function keptFlows(extension: ChromiumExtension): Promise<number> {
  const link = await extension.link();
  return (await link.call('status')).history?.flows ?? 0;
}

export async function signIn(extension: ChromiumExtension, { authorizeUrl }: StepProvider, state: string) {
  await extension.tab.goto(authorizeUrl(state, 2));
}

/** Every flow is in the list, whole: with its code, and the hops of two redirects and the callback. */
export async function expectWhole(workbench: FlowsPage, ...states: readonly string[]): Promise<void> {
  await workbench.page.bringToFront();
  for (const state of states) {
    await workbench.show(state);
    await expect(workbench.flow).toContainText('Code received');
    await expect(workbench.flow).toContainText(codeOf(state));
    await workbench.openPart('Hops');
    await expect.poll(async () => (await workbench.hopLines()).length).toBe(3);
  }
  await workbench.filter('');
  await expect(workbench.rows).toHaveCount(states.length);
}

export async function generateKey(workbench: FlowsPage, name: string): Promise<void> {
  await workbench.openTab('Keys');
  const keys = workbench.page.getByRole('tabpanel', { name: 'Keys', exact: true });
  await keys.getByLabel('Name', { exact: true }).fill(name);
  await keys.getByRole('button', { name: 'Generate', exact: true }).click();
  await expect(keys.getByRole('list', { name: 'Keys', exact: true })).toContainText(name);
  await workbench.openTab('Flows');
}

/** The workbench with history on and one flow, `before`, on disk. */
export async function oneKept(extension: ChromiumExtension, provider: StepProvider): Promise<FlowsPage> {
  const workbench = await extension.openWorkbench();
  await keepHistory(workbench);
  await signIn(extension, provider, 'before');
  await expect.poll(() => keptFlows(extension)).toBe(1);
  return workbench;
}
