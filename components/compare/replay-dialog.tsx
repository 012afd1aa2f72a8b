import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Flow } from '../../lib/flow/types.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import { createReplayModel } from '../../lib/state/replay-model.ts';
import { sameRequest } from '../../lib/state/replay-request.ts';
import { say } from '../../lib/state/say.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { Icon } from '../ui/icon.tsx';
import { Modal } from '../ui/modal.tsx';
import { Note } from '../ui/note.tsx';
import { Said } from '../ui/said.tsx';
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
    const request = sameRequest(flow, services.profiles.catalogue.peek());
    onClose();
    if (request) app.openRequest(request.url);
  };
  return (
    <Modal title={say('replayTitle')} onClose={onClose}>
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
                  <Said name="replayTo">{[<Value text={flow.request.url} atFirst={200} />]}</Said>
                </p>
              )}
              <fieldset>
                <legend>{say('replayHow')}</legend>
                <label class="check">
                  <input
                    type="radio"
                    name={name}
                    checked={chosen === 'fresh'}
                    disabled={plan.obstacle !== undefined}
                    onChange={() => setHow('fresh')}
                  />
                  {say('replayFresh')}
                </label>
                <p class="muted replay-beside">
                  {plan.fresh.length > 0
                    ? say('replayMadeAnew', plan.fresh.join(', '))
                    : say('replayNothingAnew')}
                  {plan.key && ` ${say('replaySignedAgain', makeVisible(plan.key.name))}`}
                </p>
                {plan.obstacle && (
                  <Note tone="warning" word={say('replayNotPossible')}>
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
                  {say('replaySame')}
                </label>
                <p class="muted replay-beside">{say('replaySameHint')}</p>
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
                  {say('replayNewTab')}
                </button>
                <button type="button" class="button" onClick={inRequestTab}>
                  {say('replayRequestTab')}
                </button>
              </div>
              <div role="status">
                {state.kind === 'launched' && <Note tone="info">{say('replayLaunched')}</Note>}
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
