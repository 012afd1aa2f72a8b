import type { JSX } from 'preact';
import type { KeyRecord } from '../../lib/keys/types.ts';
import type { KeysModel } from '../../lib/state/keys-model.ts';
import { say } from '../../lib/state/say.ts';
import { Toast } from '../ui/toast.tsx';

interface DeletedToastProps {
  readonly model: KeysModel;
  readonly users: (record: KeyRecord) => readonly string[];
}

/** Says which key was deleted and what used it, and brings it back. */
export function DeletedToast({ model, users }: DeletedToastProps): JSX.Element {
  const deleted = model.deleted.value;
  const used = deleted ? users(deleted) : [];
  return (
    <div role="status">
      {deleted && (
        <Toast
          text={
            used.length > 0
              ? say('keysDeletedUsed', deleted.name, used.join('; '))
              : say('keysDeleted', deleted.name)
          }
          action={{ label: say('wordUndo'), run: () => void model.undoDelete() }}
          onClose={model.forgetDeleted}
        />
      )}
    </div>
  );
}
