import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import type { SubmissionKind } from './submit-panel.tsx';

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
] as const satisfies readonly {
  kind: SubmissionKind;
  icon: IconName;
  label: MessageName;
  title: MessageName;
}[];

/** Opens and closes the places where callbacks and webhooks are told. */
export function SubmitButtons({ submission }: { readonly submission: Signal<SubmissionKind> }): JSX.Element {
  return (
    <>
      {BUTTONS.map(({ kind, icon, label, title }) => (
        <button
          key={kind}
          type="button"
          class="button quiet"
          data-telling={kind}
          aria-expanded={submission.value === kind}
          title={t(title)}
          onClick={() => {
            submission.value = submission.peek() === kind ? undefined : kind;
          }}
        >
          <Icon name={icon} />
          {t(label)}
        </button>
      ))}
    </>
  );
}
