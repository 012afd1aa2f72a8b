import type { JSX } from 'preact';
import { t, tCount } from '../../lib/i18n/t.ts';
import type { KeysModel } from '../../lib/state/keys/keys-model.ts';
import { Note } from '../ui/note.tsx';

/** Names the keys that the browser lost, and says what to do. */
export function MissingKeys({ model }: { readonly model: KeysModel }): JSX.Element | null {
  const missing = model.missing.value;
  if (missing.length === 0) return null;
  const names = missing.map(({ name, algorithm }) => `${name} (${algorithm})`).join(', ');
  return (
    <div class="section" role="alert">
      <Note tone="warning">
        {tCount('storageKeysGone', missing.length, names)} {t('storageKeysGoneRemedy')}{' '}
        <button type="button" class="button link" onClick={() => void model.forgetMissing()}>
          {t('storageKeysGoneDismiss')}
        </button>
      </Note>
    </div>
  );
}
