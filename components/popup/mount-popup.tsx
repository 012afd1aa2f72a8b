import { render } from 'preact';
import type { Services } from '../../lib/state/app/services.ts';
import { ServicesContext } from '../app/services.ts';
import { pageRoot } from '../ui/page-root.ts';
import '../ui/theme.css';
import { Popup } from './popup.tsx';

/** Shows the popup in a page with an element `root`. */
export function mountPopup(document: Document, services: Services): void {
  const root = pageRoot(document, services.surface);
  render(
    <ServicesContext.Provider value={services}>
      <Popup />
    </ServicesContext.Provider>,
    root,
  );
}
