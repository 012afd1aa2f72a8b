import { render } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import type { Background } from '../../lib/messaging/protocol.ts';
import { createWelcomeModel } from '../../lib/state/app/welcome-model.ts';
import { pageRoot } from '../ui/page-root.ts';
import '../ui/theme.css';
import { Welcome } from './welcome.tsx';

/** Shows the first-run page in a page with an element `root`. */
export function mountWelcome(document: Document, background: Background): void {
  const root = pageRoot(document);
  document.title = t('welcomeTitle');
  const open = (url: string): void => {
    window.open(url, '_blank', 'noopener');
  };
  render(<Welcome model={createWelcomeModel({ background, open })} />, root);
}
