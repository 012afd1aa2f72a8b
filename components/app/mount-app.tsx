import { render } from 'preact';
import { loadBuiltInSteps } from '../../lib/providers/load-steps.ts';
import type { Services } from '../../lib/state/services.ts';
import { keepFocus } from '../ui/keep-focus.ts';
import '../ui/theme.css';
import { App } from './app.tsx';
import { ServicesContext } from './services.ts';

/** Shows the whole app, as panel or workbench, in a page with an element `root`. */
export function mountApp(document: Document, services: Services): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element with the id “root”.');
  keepFocus(root);
  if (services.theme) document.documentElement.dataset.theme = services.theme;
  services.watchTheme?.((theme) => {
    document.documentElement.dataset.theme = theme;
  });
  document.body.dataset.surface = services.surface;
  // The Steps tab waits for them itself; without them the rest works as well.
  loadBuiltInSteps().catch(() => undefined);
  render(
    <ServicesContext.Provider value={services}>
      <App />
    </ServicesContext.Provider>,
    root,
  );
}
