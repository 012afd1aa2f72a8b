import { expect } from '@playwright/test';
import { readyDauth } from '../ready-dauth.ts';
import { StepsPage } from '../steps-page.ts';
import type { Stop } from '../tour.ts';

/** DAuth with an answer, and Steps with answers, refusals and steps elsewhere. */
export const stepStops: readonly Stop[] = [
  {
    name: 'DAuth, with an answer',
    go: async ({ workbench }) => {
      const dauth = await readyDauth(workbench);
      await dauth.getByRole('button', { name: 'Call users/current' }).click();
      await expect(dauth.getByText('Authenticated', { exact: true })).toBeVisible();
      return workbench.page;
    },
  },
  {
    name: 'Steps, with an answer',
    go: async ({ workbench: { page } }) => {
      const steps = new StepsPage(page);
      await steps.choose('finAPI');
      await steps.run('Create process', 201);
      await steps.run('Client token', 200);
      return page;
    },
  },
  {
    name: 'Steps, refused before it is sent',
    go: async ({ workbench: { page } }) => {
      const steps = new StepsPage(page);
      await steps.show('Create user');
      await steps.fill({ id: 'no spaces please' });
      await steps.press('Run Create user');
      await expect(steps.step.getByRole('alertdialog')).toBeVisible();
      return page;
    },
  },
  {
    name: 'Steps, the consent',
    go: async ({ workbench: { page } }) => {
      const steps = new StepsPage(page);
      await steps.choose('Leatherback');
      await steps.list.locator('.step-row').nth(2).click();
      return page;
    },
  },
  {
    name: 'Steps, one in another tab',
    go: async ({ workbench: { page } }) => {
      await new StepsPage(page).show('Request object');
      return page;
    },
  },
];
