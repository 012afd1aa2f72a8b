import type { ComponentType, JSX } from 'preact';
import { loadBuiltInSteps } from '../../lib/providers/load-steps.ts';
import type { AppTab } from '../../lib/state/app-tabs.ts';
import { FlowsTab } from '../flows/flows-tab.tsx';
import { Lazy } from './lazy.tsx';

const loadRequest = async (): Promise<ComponentType> =>
  (await import('../request/request-tab.tsx')).RequestTab;
const loadToken = async (): Promise<ComponentType> => (await import('../token/token-tab.tsx')).TokenTab;
const loadDauth = async (): Promise<ComponentType> => (await import('../dauth/dauth-tab.tsx')).DauthTab;
const loadSteps = async (): Promise<ComponentType> => {
  await loadBuiltInSteps();
  return (await import('../steps/steps-tab.tsx')).StepsTab;
};
const loadKeys = async (): Promise<ComponentType> => (await import('../keys/keys-tab.tsx')).KeysTab;
const loadSettings = async (): Promise<ComponentType> =>
  (await import('../settings/settings-tab.tsx')).SettingsTab;

/** Flows come with the page, everything else when it is first shown. */
const CONTENT: Readonly<Record<AppTab, () => JSX.Element>> = {
  flows: () => <FlowsTab />,
  request: () => <Lazy load={loadRequest} />,
  token: () => <Lazy load={loadToken} />,
  dauth: () => <Lazy load={loadDauth} />,
  steps: () => <Lazy load={loadSteps} />,
  keys: () => <Lazy load={loadKeys} />,
  settings: () => <Lazy load={loadSettings} />,
};

/** What a tab of the app shows. */
export function TabContent({ tab }: { readonly tab: AppTab }): JSX.Element {
  return CONTENT[tab]();
}
