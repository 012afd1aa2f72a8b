import type { JSX } from 'preact';
import { t, tCount } from '../../lib/i18n/t.ts';
import { useAppModel } from '../app/models.ts';
import { Toast } from '../ui/toast.tsx';

/** Says what was cleared for as long as it can be undone. */
export function ClearedToast(): JSX.Element {
  const { flows: model } = useAppModel();
  const cleared = model.cleared.value;
  return (
    <div aria-live="polite">
      {cleared && (
        <Toast
          text={tCount('flowsCleared', cleared.cleared)}
          action={{ label: t('wordUndo'), run: () => void model.undoClear() }}
          onClose={model.forgetClear}
        />
      )}
    </div>
  );
}
