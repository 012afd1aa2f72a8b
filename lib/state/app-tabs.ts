/** The tabs of the app, in order. */
export const APP_TABS = [
  { id: 'flows', label: 'Flows' },
  { id: 'request', label: 'Request' },
  { id: 'token', label: 'Token' },
  { id: 'dauth', label: 'DAuth' },
  { id: 'steps', label: 'Steps' },
  { id: 'keys', label: 'Keys' },
  { id: 'settings', label: 'Settings' },
] as const;

export type AppTab = (typeof APP_TABS)[number]['id'];

/** The tab that the fragment of a page's address names (`#request`), if it names one. */
export function tabOfFragment(fragment: string): AppTab | undefined {
  return APP_TABS.find(({ id }) => `#${id}` === fragment)?.id;
}
