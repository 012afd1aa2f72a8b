import { render } from 'preact';
import type { Services } from '../../lib/state/app/services.ts';
import { pageRoot } from '../ui/page-root.ts';
import '../ui/theme.css';
import { App } from './app.tsx';
import { keepOwnKeys } from './own-keys.ts';
import { ServicesContext } from './services.ts';

/** Shows the whole app, as panel or workbench, in a page with an element `root`. */
export function mountApp(document: Document, services: Services): void {
  const root = pageRoot(document, services.surface);
  keepOwnKeys(root);
  if (services.theme) document.documentElement.dataset.theme = services.theme;
  services.watchTheme?.((theme) => {
    document.documentElement.dataset.theme = theme;
  });
  // The Steps tab waits for them itself; without them the rest works as well.
  services.profiles.loadSteps().catch(() => undefined);
  render(
    <ServicesContext.Provider value={services}>
      <App />
    </ServicesContext.Provider>,
    root,
  );
}
