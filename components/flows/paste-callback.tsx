import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { PastedCallback } from '../../lib/state/pasted-callback.ts';
import { say } from '../../lib/state/say.ts';
import { callbackTold } from '../../lib/state/told-words.ts';
import { PasteArea } from '../ui/paste-area.tsx';
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
      <p class="muted">{say('flowsPasteAbout')}</p>
      <div>
        <button type="submit" class="button">
          {say('flowsTakeCallback')}
        </button>
      </div>
      <div role="status" id={`${id}-said`}>
        {result.kind === 'told' && (
          <ToldFlow flowId={result.told.flowId}>{callbackTold(result.told.joining)}</ToldFlow>
        )}
        {result.kind === 'failed' && <ToldFailure failure={result.failure} />}
      </div>
    </form>
  );
}
