import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { KeysImport } from '../../lib/state/keys/keys-import.ts';

interface PassphraseFieldProps {
  readonly pasted: KeysImport;
  /** The encrypted key is not open yet. */
  readonly locked: boolean;
}

/** The passphrase of an encrypted private key. */
export function PassphraseField({ pasted, locked }: PassphraseFieldProps): JSX.Element {
  const id = useId();
  return (
    <>
      <div class="row-actions keys-form">
        <label for={id}>{t('keysPassphrase')}</label>
        <input
          id={id}
          class="input"
          type="password"
          autocomplete="off"
          value={pasted.passphrase.value}
          onInput={(event) => {
            pasted.passphrase.value = event.currentTarget.value;
          }}
        />
        {locked && (
          <button type="submit" class="button primary" disabled={pasted.busy.value}>
            {t(pasted.busy.value ? 'keysUnlocking' : 'keysUnlock')}
          </button>
        )}
      </div>
      {locked && <p class="muted">{t('keysLocked')}</p>}
    </>
  );
}
