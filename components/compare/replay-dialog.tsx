import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import { createReplayModel } from '../../lib/state/flows/replay-model.ts';
import { sameRequest } from '../../lib/state/flows/replay-request.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { Icon } from '../ui/icon.tsx';
import { Modal } from '../ui/modal.tsx';
import { Note } from '../ui/note.tsx';
import { Trans } from '../ui/trans.tsx';
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
  const chosen = how ?? (plan?.blocker ? 'same' : 'fresh');
  const inRequestTab = (): void => {
    const request = sameRequest(flow, services.profiles.catalogue.peek());
    onClose();
    if (request) app.openRequest(request.url);
  };
  return (
    <Modal title={t('replayTitle')} onClose={onClose}>
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
                  <Trans name="replayTo">{[<Value text={flow.request.url} atFirst={200} />]}</Trans>
                </p>
              )}
              <fieldset>
                <legend>{t('replayHow')}</legend>
                <label class="check">
                  <input
                    type="radio"
                    name={name}
                    checked={chosen === 'fresh'}
                    disabled={plan.blocker !== undefined}
                    onChange={() => setHow('fresh')}
                  />
                  {t('replayFresh')}
                </label>
                <p class="muted replay-beside">
                  {plan.fresh.length > 0
                    ? t('replayMadeAnew', plan.fresh.join(', '))
                    : t('replayNothingAnew')}
                  {plan.key && ` ${t('replaySignedAgain', makeVisible(plan.key.name))}`}
                </p>
                {plan.blocker && (
                  <Note tone="warning" word={t('replayNotPossible')}>
                    {plan.blocker.message} {plan.blocker.remedy}
                  </Note>
                )}
                <label class="check">
                  <input
                    type="radio"
                    name={name}
                    checked={chosen === 'same'}
                    onChange={() => setHow('same')}
                  />
                  {t('replaySame')}
                </label>
                <p class="muted replay-beside">{t('replaySameHint')}</p>
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
                  {t('replayNewTab')}
                </button>
                <button type="button" class="button" onClick={inRequestTab}>
                  {t('replayRequestTab')}
                </button>
              </div>
              <div role="status">
                {state.kind === 'launched' && <Note tone="info">{t('replayLaunched')}</Note>}
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
