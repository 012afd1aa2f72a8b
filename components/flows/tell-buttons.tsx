import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { type MessageName, say } from '../../lib/state/say.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import type { Telling } from './tell-panel.tsx';

const BUTTONS = [
  {
    kind: 'callback',
    icon: 'paste',
    label: 'flowsPasteCallbackButton',
    title: 'flowsPasteCallbackTitle',
  },
  {
    kind: 'webhook',
    icon: 'webhook',
    label: 'flowsWebhooksButton',
    title: 'flowsWebhooksTitle',
  },
] as const satisfies readonly { kind: Telling; icon: IconName; label: MessageName; title: MessageName }[];

/** Opens and closes the places where callbacks and webhooks are told. */
export function TellButtons({ telling }: { readonly telling: Signal<Telling> }): JSX.Element {
  return (
    <>
      {BUTTONS.map(({ kind, icon, label, title }) => (
        <button
          key={kind}
          type="button"
          class="button quiet"
          data-telling={kind}
          aria-expanded={telling.value === kind}
          title={say(title)}
          onClick={() => {
            telling.value = telling.peek() === kind ? undefined : kind;
          }}
        >
          <Icon name={icon} />
          {say(label)}
        </button>
      ))}
    </>
  );
}
