import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** Longer waits say so; shorter ones would only flicker. */
const QUIET_MILLISECONDS = 300;

/** Loads a component when it is first shown. */
export function Lazy({ load }: { readonly load: () => Promise<ComponentType> }): JSX.Element | null {
  const [loaded, setLoaded] = useState<{ readonly component: ComponentType }>();
  const [failed, setFailed] = useState(false);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (failed) return;
    const timer = setTimeout(() => setSlow(true), QUIET_MILLISECONDS);
    load().then(
      (component) => setLoaded({ component }),
      () => setFailed(true),
    );
    return () => clearTimeout(timer);
  }, [load, failed]);
  if (loaded) return <loaded.component />;
  if (failed) {
    return (
      <EmptyState
        title={t('appTabNotLoaded')}
        actions={
          <button type="button" class="button" onClick={() => setFailed(false)}>
            {t('wordTryAgain')}
          </button>
        }
      >
        {t('appTabNotLoadedRemedy')}
      </EmptyState>
    );
  }
  return slow ? <p class="section muted">{t('uiLoading')}</p> : null;
}
