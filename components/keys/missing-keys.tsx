import type { JSX } from 'preact';
import type { KeysModel } from '../../lib/state/keys-model.ts';
import { say, sayCount } from '../../lib/state/say.ts';
import { Note } from '../ui/note.tsx';

/** Names the keys that the browser lost, and says what to do. */
export function MissingKeys({ model }: { readonly model: KeysModel }): JSX.Element | null {
  const missing = model.missing.value;
  if (missing.length === 0) return null;
  const names = missing.map(({ name, algorithm }) => `${name} (${algorithm})`).join(', ');
  return (
    <div class="section" role="alert">
      <Note tone="warning">
        {sayCount('storageKeysGone', missing.length, names)} {say('storageKeysGoneRemedy')}{' '}
        <button type="button" class="button link" onClick={() => void model.forgetMissing()}>
          {say('storageKeysGoneDismiss')}
        </button>
      </Note>
    </div>
  );
}
