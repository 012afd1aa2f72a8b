import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { webhooksSubmitted } from '../../lib/state/flows/submitted-labels.ts';
import type { WebhookSubmissions } from '../../lib/state/flows/webhook-submissions.ts';
import { PasteArea } from '../ui/paste-area.tsx';
import { SubmitFailure } from './submit-failure.tsx';
import { SubmittedFlow } from './submitted-flow.tsx';

/** Takes webhooks: pasted, or from an inbox that is read when asked to. */
export function WebhookForm({ model }: { readonly model: WebhookSubmissions }): JSX.Element {
  const result = model.result.value;
  return (
    <div class="told-form">
      <BodyForm model={model} />
      <InboxForm model={model} />
      <div role="status">
        {result.kind === 'reading' && <p class="muted">{t('flowsReadingInbox')}</p>}
        {result.kind === 'told' && (
          <SubmittedFlow flowId={result.submitted.flowId}>
            {webhooksSubmitted(result.submitted)}
          </SubmittedFlow>
        )}
        {result.kind === 'failed' && <SubmitFailure failure={result.failure} />}
      </div>
    </div>
  );
}

function BodyForm({ model }: { readonly model: WebhookSubmissions }): JSX.Element {
  const id = useId();
  return (
    <form
      class="told-form"
      onSubmit={(event) => {
        event.preventDefault();
        void model.submit();
      }}
    >
      <label for={id}>{t('flowsWebhookBody')}</label>
      <PasteArea
        id={id}
        class="input monospace"
        rows={3}
        placeholder={'{"authorizationCode": "…", "state": "…"}'}
        value={model.text.value}
        onText={(text) => {
          model.text.value = text;
        }}
      />
      <p class="muted">{t('flowsWebhookAbout')}</p>
      <div>
        <button type="submit" class="button">
          {t('flowsTakeWebhook')}
        </button>
      </div>
    </form>
  );
}

function InboxForm({ model }: { readonly model: WebhookSubmissions }): JSX.Element {
  const id = useId();
  return (
    <form
      class="told-form"
      onSubmit={(event) => {
        event.preventDefault();
        void model.readInbox();
      }}
    >
      <label for={id}>{t('flowsOrInbox')}</label>
      <span class="told-inbox">
        <input
          id={id}
          class="input monospace"
          type="text"
          inputMode="url"
          spellcheck={false}
          autocomplete="off"
          placeholder="https://webhook.site/…"
          value={model.inbox.value}
          onInput={(event) => {
            model.inbox.value = event.currentTarget.value;
          }}
        />
        <button type="submit" class="button" disabled={model.reading.value}>
          {t('flowsReadInbox')}
        </button>
      </span>
      <p class="muted">{t('flowsInboxAbout')}</p>
    </form>
  );
}
