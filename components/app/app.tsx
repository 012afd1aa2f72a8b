import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { createAppModel } from '../../lib/state/app/app-model.ts';
import { APP_TABS } from '../../lib/state/app/app-tabs.ts';
import { ContextMenuArea } from '../ui/context-menu-area.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { TabPanel, Tabs } from '../ui/tabs.tsx';
import './app.css';
import { t } from '../../lib/i18n/t.ts';
import { AppModelContext } from './models.ts';
import { useServices } from './services.ts';
import { TabContent } from './tab-content.tsx';

/** The whole app: seven tabs. A tab that was shown once stays, so that nothing typed into it is lost. */
export function App(): JSX.Element {
  const services = useServices();
  const [model] = useState(() => createAppModel(services));
  useEffect(() => model.dispose, [model]);
  const tabs = APP_TABS.map(({ id, name }) => ({ id, label: t(name) }));
  const root = useRef<HTMLElement>(null);
  useLayoutEffect(() => watchTabsWidth(root.current), []);
  const visited = useRef(new Set<string>());
  const tab = model.tab.value;
  visited.current.add(tab);
  return (
    <AppModelContext.Provider value={model}>
      <ContextMenuArea>
        <main class="app" ref={root}>
          <h1 class="visually-hidden">Grantscope</h1>
          <Tabs
            label="Grantscope"
            name="app"
            tabs={tabs}
            selected={tab}
            onSelect={(next) => {
              model.tab.value = next;
            }}
          />
          {tabs
            .filter(({ id }) => visited.current.has(id))
            .map(({ id, label }) => (
              <TabPanel key={id} name="app" id={id} class="app-panel" hidden={id !== tab}>
                <ErrorBoundary what={t('appTheTab', label)}>
                  <TabContent tab={id} />
                </ErrorBoundary>
              </TabPanel>
            ))}
        </main>
      </ContextMenuArea>
    </AppModelContext.Provider>
  );
}

/** Keeps the width that the tabs take, in the reader's language, as the length from which a line beside them begins. */
function watchTabsWidth(root: HTMLElement | null): () => void {
  const last = root?.querySelector<HTMLElement>(':scope > .tabs > :last-child');
  if (!root || !last) return () => undefined;
  const observer = new ResizeObserver(() =>
    root.style.setProperty('--tabs-width', `${last.offsetLeft + last.offsetWidth + 8}px`),
  );
  observer.observe(last);
  return () => observer.disconnect();
}
