import type { ComponentType, JSX } from 'preact';
import { useCallback } from 'preact/hooks';
import type { AppTab } from '../../lib/state/app/app-tabs.ts';
import { FlowsTab } from '../flows/flows-tab.tsx';
import { Lazy } from './lazy.tsx';
import { useServices } from './services.ts';

const loadRequest = async (): Promise<ComponentType> =>
  (await import('../request/request-tab.tsx')).RequestTab;
const loadToken = async (): Promise<ComponentType> => (await import('../token/token-tab.tsx')).TokenTab;
const loadDauth = async (): Promise<ComponentType> => (await import('../dauth/dauth-tab.tsx')).DauthTab;
const loadKeys = async (): Promise<ComponentType> => (await import('../keys/keys-tab.tsx')).KeysTab;
const loadSettings = async (): Promise<ComponentType> =>
  (await import('../settings/settings-tab.tsx')).SettingsTab;

/** Flows come with the page, everything else when it is first shown. */
const CONTENT: Readonly<Record<AppTab, () => JSX.Element>> = {
  flows: () => <FlowsTab />,
  request: () => <Lazy load={loadRequest} />,
  token: () => <Lazy load={loadToken} />,
  dauth: () => <Lazy load={loadDauth} />,
  steps: () => <Steps />,
  keys: () => <Lazy load={loadKeys} />,
  settings: () => <Lazy load={loadSettings} />,
};

/** What a tab of the app shows. */
export function TabContent({ tab }: { readonly tab: AppTab }): JSX.Element {
  return CONTENT[tab]();
}

/** The Steps tab begins when the built-in profiles have their steps. */
function Steps(): JSX.Element {
  const { profiles } = useServices();
  const load = useCallback(async (): Promise<ComponentType> => {
    const [{ StepsTab }] = await Promise.all([import('../steps/steps-tab.tsx'), profiles.loadSteps()]);
    return StepsTab;
  }, [profiles]);
  return <Lazy load={load} />;
}
