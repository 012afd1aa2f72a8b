import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Flow } from '../../lib/flow/types.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import { createReplayModel } from '../../lib/state/replay-model.ts';
import { sameRequest } from '../../lib/state/replay-request.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { Icon } from '../ui/icon.tsx';
import { Modal } from '../ui/modal.tsx';
import { Note } from '../ui/note.tsx';
import { Value } from '../ui/value.tsx';

interface ReplayDialogProps {
  readonly flow: Flow;
  readonly onClose: () => void;
}

/** Launches a flow's request again, with fresh values or exactly as it was. */
export function ReplayDialog({ flow, onClose }: ReplayDialogProps): JSX.Element {
  const services = useServices();
  const app = useAppModel();
  const name = useId();
  const [model] = useState(() => createReplayModel(services, flow));
  const [how, setHow] = useState<'fresh' | 'same'>();
  const plan = model.plan.value;
  const state = model.state.value;
  const chosen = how ?? (plan?.obstacle ? 'same' : 'fresh');
  const inRequestTab = (): void => {
    const request = sameRequest(flow);
    onClose();
    if (request) app.openRequest(request.url);
  };
  return (
    <Modal title="Launch again" onClose={onClose}>
      {plan && (
        <div class="stack replay">
          {plan.impossible ? (
            <Note tone="warning">
              {plan.impossible.message} {plan.impossible.remedy}
            </Note>
          ) : (
            <>
              {flow.request && (
                <p>
                  To <Value text={flow.request.url} atFirst={200} />
                </p>
              )}
              <fieldset>
                <legend>How</legend>
                <label class="check">
                  <input
                    type="radio"
                    name={name}
                    checked={chosen === 'fresh'}
                    disabled={plan.obstacle !== undefined}
                    onChange={() => setHow('fresh')}
                  />
                  With fresh values
                </label>
                <p class="muted replay-beside">
                  {plan.fresh.length > 0
                    ? `Made anew: ${plan.fresh.join(', ')}.`
                    : 'It has no value that is made anew.'}
                  {plan.key && ` The request object is signed again with ${makeVisible(plan.key.name)}.`}
                </p>
                {plan.obstacle && (
                  <Note tone="warning" word="Not possible">
                    {plan.obstacle.message} {plan.obstacle.remedy}
                  </Note>
                )}
                <label class="check">
                  <input
                    type="radio"
                    name={name}
                    checked={chosen === 'same'}
                    onChange={() => setHow('same')}
                  />
                  Exactly as it was
                </label>
                <p class="muted replay-beside">
                  The same state, nonce and request object: shows how the provider takes a repeated request.
                </p>
              </fieldset>
              {plan.notes.map((note) => (
                <Note key={note} tone="info">
                  {note}
                </Note>
              ))}
              <div class="row-actions">
                <button
                  type="button"
                  class="button primary"
                  disabled={state.kind === 'launching'}
                  onClick={() => void model.launch(chosen, 'new-tab')}
                >
                  <Icon name="launch" />
                  Launch in a new tab
                </button>
                <button type="button" class="button" onClick={inRequestTab}>
                  Open in the Request tab
                </button>
              </div>
              <div role="status">
                {state.kind === 'launched' && (
                  <Note tone="info">Launched in a new tab. Its flow appears in the list.</Note>
                )}
                {state.kind === 'failed' && (
                  <Note tone="error">
                    {state.failure.message} {state.failure.remedy}
                  </Note>
                )}
              </div>
            </>
          )}
        </div>
      )}
    </Modal>
  );
}
