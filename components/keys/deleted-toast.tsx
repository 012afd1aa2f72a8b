import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import type { KeyRecord } from '../../lib/keys/types.ts';
import type { KeysModel } from '../../lib/state/keys/keys-model.ts';
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
              ? t('keysDeletedUsed', deleted.name, used.join('; '))
              : t('keysDeleted', deleted.name)
          }
          action={{ label: t('wordUndo'), run: () => void model.undoDelete() }}
          onClose={model.forgetDeleted}
        />
      )}
    </div>
  );
}
