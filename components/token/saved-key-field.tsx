import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { EVERY_SAVED_KEY, type KeyInput } from '../../lib/state/token/token-key-input.ts';
import { useServices } from '../app/services.ts';
import { keysModelOf } from '../keys/keys-model-of.ts';
import { FailureNote } from './failure-note.tsx';

/** Algorithm of a key that is generated here. */
const GENERATED = 'PS256';

interface SavedKeyFieldProps {
  readonly input: KeyInput;
  /** Whether all of them may be tried together. */
  readonly offerEvery: boolean;
}

/** One of the keys of the Keys tab, all of them, or a first one. */
export function SavedKeyField({ input, offerEvery }: SavedKeyFieldProps): JSX.Element {
  const keys = keysModelOf(useServices());
  const id = useId();
  const all = input.records.value;
  const generate = async (): Promise<void> => {
    const made = await keys.generate(`Token ${GENERATED}`, GENERATED);
    if (made) input.savedId.value = made.id;
  };
  return (
    <>
      <div class="row-actions">
        {all.length > 0 && (
          <>
            <label for={id}>{t('tokenKeySaved')}</label>
            <select
              id={id}
              class="input token-saved"
              value={
                input.savedId.value === EVERY_SAVED_KEY ? EVERY_SAVED_KEY : (input.saved.value?.id ?? '')
              }
              onChange={(event) => {
                input.savedId.value = event.currentTarget.value;
              }}
            >
              {offerEvery && all.length > 1 && (
                <option value={EVERY_SAVED_KEY}>{t('tokenEverySavedKey')}</option>
              )}
              {all.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name} ({one.algorithm}, {one.kid.slice(0, 8)}…)
                </option>
              ))}
            </select>
          </>
        )}
        {all.length === 0 && <span class="muted">{t('tokenNoSavedKey')}</span>}
        <button type="button" class="button" disabled={keys.generating.value} onClick={() => void generate()}>
          {t(keys.generating.value ? 'tokenGenerating' : 'tokenGenerateKey')}
        </button>
      </div>
      {keys.failure.value && <FailureNote failure={keys.failure.value} />}
    </>
  );
}
