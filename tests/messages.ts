import { setMessages } from '../lib/i18n/t.ts';
import messages from '../public/_locales/en/messages.json' with { type: 'json' };

/** Pages are tried in English, with the messages that are shipped. */
setMessages((name, values) => {
  const { message } = (messages as Readonly<Record<string, { message: string }>>)[name] ?? { message: '' };
  return message.replace(/\$([1-9])/g, (_, place: string) => values[Number(place) - 1] ?? '');
});
