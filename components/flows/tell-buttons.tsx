import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { Icon } from '../ui/icon.tsx';
import type { Telling } from './tell-panel.tsx';

const BUTTONS = [
  {
    kind: 'callback',
    icon: 'paste',
    label: 'Paste callback…',
    title: 'Take the URL on which a sign-in ended on a phone or in an application',
  },
  {
    kind: 'webhook',
    icon: 'webhook',
    label: 'Webhooks…',
    title: 'Paste a webhook’s body, or read an inbox',
  },
] as const;

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
          title={title}
          onClick={() => {
            telling.value = telling.peek() === kind ? undefined : kind;
          }}
        >
          <Icon name={icon} />
          {label}
        </button>
      ))}
    </>
  );
}
