import type { JSX } from 'preact';
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
        title="No flow matches the filter"
        actions={
          <button type="button" class="button" onClick={clear}>
            Clear filter
          </button>
        }
      >
        {model.inScope.value} in this list are hidden by it.
      </EmptyState>
    );
  }
  if (!status.recording) {
    return (
      <EmptyState
        title="Press Record, then sign in"
        actions={
          <button type="button" class="button primary" onClick={() => void model.setRecording(true)}>
            Start recording
          </button>
        }
      >
        Grantscope watches the redirects of a sign-in and shows the code, state and flowid that come back.
      </EmptyState>
    );
  }
  const all = access.value?.allSites ?? status.allSites;
  return (
    <EmptyState title="Recording: now sign in" actions={all ? undefined : <AllowAllSites />}>
      Start the sign-in in the page, or launch one from the Request tab; it appears here by itself.
      {!all &&
        ' Without access to other sites, callbacks are seen but their hops only on this machine (localhost, 127.0.0.1).'}
    </EmptyState>
  );
}
