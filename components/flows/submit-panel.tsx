import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import { createPastedCallback } from '../../lib/state/flows/pasted-callback.ts';
import { createWebhookSubmissions } from '../../lib/state/flows/webhook-submissions.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { PasteCallback } from './paste-callback.tsx';
import './submit.css';
import { WebhookForm } from './webhook-form.tsx';

/** What the user is about to tell; undefined while nothing is. */
export type SubmissionKind = 'callback' | 'webhook' | undefined;

const NAMES = {
  callback: 'flowsPasteCallback',
  webhook: 'flowsWebhooks',
} as const satisfies Record<NonNullable<SubmissionKind>, MessageName>;

/** Below the toolbar: where callbacks and webhooks that the browser cannot see are told. Escape closes it. */
export function SubmitPanel({
  submission,
}: {
  readonly submission: Signal<SubmissionKind>;
}): JSX.Element | null {
  const services = useServices();
  const { flows, access } = useAppModel();
  const { background, scopeTabId } = services;
  const [models] = useState(() => {
    const shared = {
      background,
      ...(scopeTabId === undefined ? {} : { scopeTabId }),
      onSubmitted: flows.select,
    };
    return {
      callback: createPastedCallback(shared),
      webhook: createWebhookSubmissions({ ...shared, access: services.access, granted: access }),
    };
  });
  const root = useRef<HTMLElement>(null);
  const kind = submission.value;
  useEffect(() => {
    if (kind) root.current?.querySelector('textarea')?.focus();
  }, [kind]);
  if (!kind) return null;
  const close = (): void => {
    submission.value = undefined;
    document.querySelector<HTMLElement>(`[data-telling="${kind}"]`)?.focus();
  };
  return (
    <section
      class="tell"
      aria-label={t(NAMES[kind])}
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      {kind === 'callback' ? (
        <PasteCallback model={models.callback} label={t('flowsCallbackUrlLabel')} />
      ) : (
        <WebhookForm model={models.webhook} />
      )}
      <button type="button" class="button tell-close" onClick={close}>
        {t('wordClose')}
      </button>
    </section>
  );
}
