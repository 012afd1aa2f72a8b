import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { createPastedCallback } from '../../lib/state/pasted-callback.ts';
import { type MessageName, say } from '../../lib/state/say.ts';
import { createToldWebhooks } from '../../lib/state/told-webhooks.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { PasteCallback } from './paste-callback.tsx';
import './tell.css';
import { WebhookForm } from './webhook-form.tsx';

/** What the user is about to tell; undefined while nothing is. */
export type Telling = 'callback' | 'webhook' | undefined;

const NAMES = {
  callback: 'flowsPasteCallback',
  webhook: 'flowsWebhooks',
} as const satisfies Record<NonNullable<Telling>, MessageName>;

/** Below the toolbar: where callbacks and webhooks that the browser cannot see are told. Escape closes it. */
export function TellPanel({ telling }: { readonly telling: Signal<Telling> }): JSX.Element | null {
  const services = useServices();
  const { flows, access } = useAppModel();
  const { background, scopeTabId } = services;
  const [models] = useState(() => {
    const shared = {
      background,
      ...(scopeTabId === undefined ? {} : { scopeTabId }),
      onTold: flows.select,
    };
    return {
      callback: createPastedCallback(shared),
      webhook: createToldWebhooks({ ...shared, access: services.access, granted: access }),
    };
  });
  const root = useRef<HTMLElement>(null);
  const kind = telling.value;
  useEffect(() => {
    if (kind) root.current?.querySelector('textarea')?.focus();
  }, [kind]);
  if (!kind) return null;
  const close = (): void => {
    telling.value = undefined;
    document.querySelector<HTMLElement>(`[data-telling="${kind}"]`)?.focus();
  };
  return (
    <section
      class="tell"
      aria-label={say(NAMES[kind])}
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      {kind === 'callback' ? (
        <PasteCallback model={models.callback} label={say('flowsCallbackUrlLabel')} />
      ) : (
        <WebhookForm model={models.webhook} />
      )}
      <button type="button" class="button tell-close" onClick={close}>
        {say('wordClose')}
      </button>
    </section>
  );
}
