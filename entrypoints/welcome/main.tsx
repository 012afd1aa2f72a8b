import { mountWelcome } from '../../components/welcome/mount-welcome.tsx';
import { browser } from '../../lib/browser/browser.ts';
import { setMessages } from '../../lib/i18n/t.ts';
import { connectBackground } from '../../lib/messaging/client.ts';

setMessages((name, values) => browser.i18n.getMessage(name, values));
mountWelcome(document, connectBackground());
