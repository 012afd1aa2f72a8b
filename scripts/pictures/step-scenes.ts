import { StepsPage } from '../../tests/e2e/support/steps-page.ts';
import { NARROW, type Scene, WIDE, type World } from './scene.ts';

/** The steps of a provider, some of them run. */
function steps(profile: string, act: (page: StepsPage, world: World) => Promise<unknown>): Scene {
  return {
    name: `steps-${profile.toLowerCase().replaceAll(' ', '-')}`,
    themes: ['light'],
    size: { ...WIDE, height: 760 },
    prepare: async (world) => {
      const page = new StepsPage(world.workbench.page);
      await page.choose(profile);
      await act(page, world);
      return world.workbench.page;
    },
  };
}

/** The Steps tab with each provider, and once in a narrow and dark panel. */
export const stepScenes: readonly Scene[] = [
  steps('finAPI', async (page) => {
    await page.run('Create process', 201);
    await page.run('Client token', 200);
  }),
  steps('Leatherback', async (page) => {
    await page.run('Register', 200);
    await page.run('Client token', 200);
    await page.show('Consent');
  }),
  {
    name: 'steps-narrow',
    size: NARROW,
    themes: ['dark'],
    top: true,
    prepare: async ({ workbench }) => workbench.page,
  },
  steps('Open Bank Project', (page) => page.run('Current user', 200)),
  steps('OpenID', (page) => page.run('Discovery', 200)),
  steps('OAuth', (page) => page.list.getByRole('button').first().click()),
  steps('ConnectPay', async (page, { workbench, show }) => {
    await workbench.openTab('Flows');
    await show('connectpay-some');
    await workbench.flow.getByRole('button', { name: 'Exchange…' }).click();
    await page.step.getByRole('heading', { name: 'Code exchange', level: 2 }).waitFor();
    await page.press('Run Code exchange');
    await page.outcome.getByText(/^HTTP/).waitFor();
  }),
];
