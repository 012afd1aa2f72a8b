import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { dauthAddress } from '../../lib/state/dauth-server.ts';
import { say } from '../../lib/state/say.ts';
import { Note } from '../ui/note.tsx';
import { useDauthModel } from './dauth-context.ts';

/** For whom an encrypted token is made. Nothing signs it: who knows the public key can make one. */
export function RecipientPart(): JSX.Element {
  const model = useDauthModel();
  const id = useId();
  const { recipient } = model.choices.value;
  const state = model.registration.state.value;
  const fetchKey = async (): Promise<void> => {
    const { url } = dauthAddress(model.base.peek(), '/sandbox/encryption-key');
    if (url === undefined) return;
    const pem = await model.registration.fetchRecipient(url);
    if (pem !== undefined) model.choose({ recipient: pem });
  };
  return (
    <div class="stack">
      <Note tone="warning" word={say('dauthNobodySigns')}>
        {say('dauthNobodySignsMeaning')}
      </Note>
      <label for={id}>{say('dauthRecipient')}</label>
      <textarea
        id={id}
        class="input dauth-recipient"
        rows={4}
        spellcheck={false}
        placeholder={say('dauthRecipientPlaceholder')}
        value={recipient}
        onInput={(event) => model.choose({ recipient: event.currentTarget.value })}
      />
      {/PRIVATE KEY-----/.test(recipient) && (
        <Note tone="warning" word={say('dauthPrivateKey')}>
          {say('dauthPrivateKeyMeaning')}
        </Note>
      )}
      <p class="muted">{say('dauthEncryptedAs')}</p>
      {model.environment.value.isSandbox && (
        <div class="row-actions">
          <button
            type="button"
            class="button"
            disabled={state.kind === 'sending' || model.address.value.url === undefined}
            onClick={() => void fetchKey()}
          >
            {say('dauthUseSandboxKey')}
          </button>
          <span class="muted">{say('dauthSandboxEncrypted')}</span>
        </div>
      )}
      <div role="status">
        {state.kind === 'failed' && (
          <Note tone="error">
            {state.failure.message} {state.failure.remedy}
          </Note>
        )}
      </div>
    </div>
  );
}
