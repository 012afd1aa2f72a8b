import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { ToldWebhooks } from '../../lib/state/told-webhooks.ts';
import { webhooksTold } from '../../lib/state/told-words.ts';
import { ToldFailure } from './told-failure.tsx';
import { ToldFlow } from './told-flow.tsx';

/** Takes webhooks: pasted, or from an inbox that is read when asked to. */
export function WebhookForm({ model }: { readonly model: ToldWebhooks }): JSX.Element {
  const result = model.result.value;
  return (
    <div class="told-form">
      <BodyForm model={model} />
      <InboxForm model={model} />
      <div role="status">
        {result.kind === 'reading' && <p class="muted">Reading the inbox…</p>}
        {result.kind === 'told' && (
          <ToldFlow flowId={result.told.flowId}>{webhooksTold(result.told)}</ToldFlow>
        )}
        {result.kind === 'failed' && <ToldFailure failure={result.failure} />}
      </div>
    </div>
  );
}

function BodyForm({ model }: { readonly model: ToldWebhooks }): JSX.Element {
  const id = useId();
  return (
    <form
      class="told-form"
      onSubmit={(event) => {
        event.preventDefault();
        void model.submit();
      }}
    >
      <label for={id}>Webhook body</label>
      <textarea
        id={id}
        class="input monospace"
        rows={3}
        spellcheck={false}
        autocomplete="off"
        placeholder={'{"authorizationCode": "…", "state": "…"}'}
        value={model.text.value}
        onInput={(event) => {
          model.text.value = event.currentTarget.value;
        }}
      />
      <p class="muted">
        JSON, form fields, a whole HTTP request or a curl command. It joins its flow by state.
      </p>
      <div>
        <button type="submit" class="button">
          Take this webhook
        </button>
      </div>
    </form>
  );
}

function InboxForm({ model }: { readonly model: ToldWebhooks }): JSX.Element {
  const id = useId();
  return (
    <form
      class="told-form"
      onSubmit={(event) => {
        event.preventDefault();
        void model.readInbox();
      }}
    >
      <label for={id}>or an inbox’s address</label>
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
          Read inbox
        </button>
      </span>
      <p class="muted">
        Asked once for every press; nothing is sent to it. The sandbox’s own inbox is /webhook/inbox of its
        client application.
      </p>
    </form>
  );
}
