import type { MessageName } from '../../i18n/t.ts';

/** The tabs of the app, in order. Addresses name a tab by its id; its label is a message. */
export const APP_TABS = [
  { id: 'flows', name: 'appTabFlows' },
  { id: 'request', name: 'appTabRequest' },
  { id: 'token', name: 'appTabToken' },
  { id: 'dauth', name: 'appTabDauth' },
  { id: 'steps', name: 'appTabSteps' },
  { id: 'keys', name: 'appTabKeys' },
  { id: 'settings', name: 'appTabSettings' },
] as const satisfies readonly { readonly id: string; readonly name: MessageName }[];

export type AppTab = (typeof APP_TABS)[number]['id'];

const ALLOW = 'allow';

/** The tab that the fragment of a page's address names (`#request`), if it names one. */
export function tabOfFragment(fragment: string): AppTab | undefined {
  const [name] = fragment.split('?');
  return APP_TABS.find(({ id }) => `#${id}` === name)?.id;
}

const FLOW = 'flow';

/** The fragment that opens a flow in the workbench. */
export function flowFragment(id: string): string {
  return `#flows?${new URLSearchParams({ [FLOW]: id })}`;
}

/** The id of the flow that a fragment names, if it names one. */
export function flowOfFragment(fragment: string): string | undefined {
  return new URLSearchParams(fragment.split('?')[1] ?? '').get(FLOW) ?? undefined;
}

/** The fragment that opens the Settings tab and offers access to some match patterns there. */
export function accessFragment(patterns: readonly string[]): string {
  return `#settings?${new URLSearchParams(patterns.map((pattern) => [ALLOW, pattern]))}`;
}

/** The match patterns that a fragment asks for; what is none is left out. */
export function patternsOfFragment(fragment: string): readonly string[] {
  const asked = new URLSearchParams(fragment.split('?')[1] ?? '').getAll(ALLOW);
  return asked.filter((pattern) => pattern === '<all_urls>' || /^(https?|\*):\/\/[^/]+\/\*$/.test(pattern));
}
