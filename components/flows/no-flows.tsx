import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
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
        title={t('flowsNoneMatches')}
        actions={
          <button type="button" class="button" onClick={clear}>
            {t('flowsClearFilter')}
          </button>
        }
      >
        {t('flowsHiddenByFilter', model.inScope.value)}
      </EmptyState>
    );
  }
  if (!status.recording) {
    return (
      <EmptyState
        title={t('flowsPressRecord')}
        actions={
          <button type="button" class="button primary" onClick={() => void model.setRecording(true)}>
            {t('flowsStartRecording')}
          </button>
        }
      >
        {t('flowsPressRecordHint')}
      </EmptyState>
    );
  }
  const all = access.value?.allSites ?? status.allSites;
  return (
    <EmptyState title={t('flowsNowSignIn')} actions={all ? undefined : <AllowAllSites />}>
      {t('flowsNowSignInHint')}
      {!all && ` ${t('flowsLocalHopsOnly')}`}
    </EmptyState>
  );
}
