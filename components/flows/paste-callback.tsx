import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { PastedCallback } from '../../lib/state/flows/pasted-callback.ts';
import { callbackSubmitted } from '../../lib/state/flows/submitted-labels.ts';
import { PasteArea } from '../ui/paste-area.tsx';
import { SubmitFailure } from './submit-failure.tsx';
import { SubmittedFlow } from './submitted-flow.tsx';

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
      <PasteArea
        id={id}
        class="input monospace"
        rows={3}
        describedBy={`${id}-said`}
        placeholder="https://app.example/callback?code=…&state=…"
        value={model.text.value}
        onText={(text) => {
          model.text.value = text;
        }}
      />
      <p class="muted">{t('flowsPasteAbout')}</p>
      <div>
        <button type="submit" class="button">
          {t('flowsTakeCallback')}
        </button>
      </div>
      <div role="status" id={`${id}-said`}>
        {result.kind === 'told' && (
          <SubmittedFlow flowId={result.submitted.flowId}>
            {callbackSubmitted(result.submitted.match)}
          </SubmittedFlow>
        )}
        {result.kind === 'failed' && <SubmitFailure failure={result.failure} />}
      </div>
    </form>
  );
}
