import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { KeysImport } from '../../lib/state/keys-import.ts';
import { say } from '../../lib/state/say.ts';

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
        <label for={id}>{say('keysPassphrase')}</label>
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
            {say(pasted.busy.value ? 'keysUnlocking' : 'keysUnlock')}
          </button>
        )}
      </div>
      {locked && <p class="muted">{say('keysLocked')}</p>}
    </>
  );
}
