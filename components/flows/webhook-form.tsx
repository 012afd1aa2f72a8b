import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { say } from '../../lib/state/say.ts';
import type { ToldWebhooks } from '../../lib/state/told-webhooks.ts';
import { webhooksTold } from '../../lib/state/told-words.ts';
import { PasteArea } from '../ui/paste-area.tsx';
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
        {result.kind === 'reading' && <p class="muted">{say('flowsReadingInbox')}</p>}
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
      <label for={id}>{say('flowsWebhookBody')}</label>
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
      <p class="muted">{say('flowsWebhookAbout')}</p>
      <div>
        <button type="submit" class="button">
          {say('flowsTakeWebhook')}
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
      <label for={id}>{say('flowsOrInbox')}</label>
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
          {say('flowsReadInbox')}
        </button>
      </span>
      <p class="muted">{say('flowsInboxAbout')}</p>
    </form>
  );
}
