import { mountWelcome } from '../../components/welcome/mount-welcome.tsx';
import { browser } from '../../lib/browser/browser.ts';
import { connectBackground } from '../../lib/messaging/client.ts';

mountWelcome(document, {
  background: connectBackground(),
  say: (name, ...values) => browser.i18n.getMessage(name, values),
});
