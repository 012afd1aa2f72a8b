import { NARROW, type Scene, WIDE } from './scene.ts';

/** The Flows tab: a sign-in, a failing one with its findings, the sequence diagram. */
export const flowScenes: readonly Scene[] = [
  {
    name: 'flows',
    prepare: async ({ workbench, show }) => {
      await show('connectpay-some');
      await workbench.hops.waitFor();
      return workbench.page;
    },
  },
  { name: 'flows-narrow', size: NARROW, prepare: async ({ workbench }) => workbench.page },
  {
    name: 'findings',
    size: { ...WIDE, height: 760 },
    prepare: async ({ workbench, show }) => {
      await show('lab-bad-unknown-state');
      await workbench.openPart('Findings');
      return workbench.page;
    },
  },
  {
    name: 'diagram',
    themes: ['light'],
    size: { ...WIDE, height: 900 },
    prepare: async ({ workbench, show }) => {
      await show('openid-hybrid');
      await workbench.openPart('Diagram');
      const picture = workbench.flow.getByRole('img', { name: /^Sequence diagram: / });
      await picture.waitFor();
      await picture.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      return workbench.page;
    },
  },
];
