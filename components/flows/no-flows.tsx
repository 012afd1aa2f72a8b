import type { JSX } from 'preact';
import { say } from '../../lib/state/say.ts';
import { useAppModel } from '../app/models.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { AllowAllSites } from './allow-access.tsx';

/** Why the list is empty, and the next thing to do. */
export function NoFlows(): JSX.Element | null {
  const { flows: model, access } = useAppModel();
  const status = model.status.value;
  if (!status) return null;
  if (model.inScope.value > 0) {
    const clear = (): void => {
      model.filter.value = '';
    };
    return (
      <EmptyState
        title={say('flowsNoneMatches')}
        actions={
          <button type="button" class="button" onClick={clear}>
            {say('flowsClearFilter')}
          </button>
        }
      >
        {say('flowsHiddenByFilter', model.inScope.value)}
      </EmptyState>
    );
  }
  if (!status.recording) {
    return (
      <EmptyState
        title={say('flowsPressRecord')}
        actions={
          <button type="button" class="button primary" onClick={() => void model.setRecording(true)}>
            {say('flowsStartRecording')}
          </button>
        }
      >
        {say('flowsPressRecordHint')}
      </EmptyState>
    );
  }
  const all = access.value?.allSites ?? status.allSites;
  return (
    <EmptyState title={say('flowsNowSignIn')} actions={all ? undefined : <AllowAllSites />}>
      {say('flowsNowSignInHint')}
      {!all && ` ${say('flowsLocalHopsOnly')}`}
    </EmptyState>
  );
}
