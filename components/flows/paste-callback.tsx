import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { PastedCallback } from '../../lib/state/pasted-callback.ts';
import { CALLBACK_TOLD } from '../../lib/state/told-words.ts';
import { ToldFailure } from './told-failure.tsx';
import { ToldFlow } from './told-flow.tsx';

interface PasteCallbackProps {
  readonly model: PastedCallback;
  /** Names the field. */
  readonly label: string;
}

/** Takes the callback on which another device ended. */
export function PasteCallback({ model, label }: PasteCallbackProps): JSX.Element {
  const id = useId();
  const result = model.result.value;
  return (
    <form
      class="told-form"
      onSubmit={(event) => {
        event.preventDefault();
        void model.submit();
      }}
    >
      <label for={id}>{label}</label>
      <textarea
        id={id}
        class="input monospace"
        rows={3}
        spellcheck={false}
        autocomplete="off"
        aria-describedby={`${id}-said`}
        placeholder="https://app.example/callback?code=…&state=…"
        value={model.text.value}
        onInput={(event) => {
          model.text.value = event.currentTarget.value;
        }}
      />
      <p class="muted">
        A URL of any scheme, its fragment, a form_post body or a response token (JARM). It joins its flow by
        state.
      </p>
      <div>
        <button type="submit" class="button">
          Take this callback
        </button>
      </div>
      <div role="status" id={`${id}-said`}>
        {result.kind === 'told' && (
          <ToldFlow flowId={result.told.flowId}>{CALLBACK_TOLD[result.told.joining]}</ToldFlow>
        )}
        {result.kind === 'failed' && <ToldFailure failure={result.failure} />}
      </div>
    </form>
  );
}
