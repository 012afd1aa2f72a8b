import { render } from 'preact';
import type { Services } from '../../lib/state/services.ts';
import { ServicesContext } from '../app/services.ts';
import { keepFocus } from '../ui/keep-focus.ts';
import '../ui/theme.css';
import { Popup } from './popup.tsx';

/** Shows the popup in a page with an element `root`. */
export function mountPopup(document: Document, services: Services): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element with the id “root”.');
  keepFocus(root);
  document.body.dataset.surface = services.surface;
  render(
    <ServicesContext.Provider value={services}>
      <Popup />
    </ServicesContext.Provider>,
    root,
  );
}
