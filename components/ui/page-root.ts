import { t } from '../../lib/i18n/t.ts';
import { keepFocus } from './keep-focus.ts';

/** Makes a page ready and gives the element that everything is shown in. Throws when there is no element `root`. */
export function pageRoot(document: Document, surface?: string): HTMLElement {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element with the id “root”.');
  keepFocus(root);
  document.documentElement.lang = t('locale');
  if (surface !== undefined) document.body.dataset.surface = surface;
  return root;
}
