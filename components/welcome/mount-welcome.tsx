import { render } from 'preact';
import type { Background } from '../../lib/messaging/protocol.ts';
import { createWelcomeModel } from '../../lib/state/welcome-model.ts';
import { keepFocus } from '../ui/keep-focus.ts';
import '../ui/theme.css';
import type { Say } from './say.ts';
import { Welcome } from './welcome.tsx';

interface WelcomeWorld {
  readonly background: Background;
  readonly say: Say;
}

/** Shows the first-run page in a page with an element `root`. */
export function mountWelcome(document: Document, { background, say }: WelcomeWorld): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element with the id “root”.');
  keepFocus(root);
  document.documentElement.lang = say('locale');
  document.title = say('welcomeTitle');
  const open = (url: string): void => {
    window.open(url, '_blank', 'noopener');
  };
  render(<Welcome model={createWelcomeModel({ background, open })} say={say} />, root);
}
