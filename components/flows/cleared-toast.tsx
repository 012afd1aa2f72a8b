import type { JSX } from 'preact';
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
          text={cleared.cleared === 1 ? '1 flow cleared' : `${cleared.cleared} flows cleared`}
          action={{ label: 'Undo', run: () => void model.undoClear() }}
          onClose={model.forgetClear}
        />
      )}
    </div>
  );
}
