import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { dauthAddress } from '../../lib/state/dauth-server.ts';
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
      <Note tone="warning" word="Nobody signs it">
        With jwt.use.ssl=true the server takes any token that it can decrypt. Whoever knows its public key can
        call as anybody.
      </Note>
      <label for={id}>Public key or certificate of the server’s keystore</label>
      <textarea
        id={id}
        class="input dauth-recipient"
        rows={4}
        spellcheck={false}
        placeholder="-----BEGIN PUBLIC KEY----- or a JWK"
        value={recipient}
        onInput={(event) => model.choose({ recipient: event.currentTarget.value })}
      />
      {/PRIVATE KEY-----/.test(recipient) && (
        <Note tone="warning" word="A private key">
          Only its public part is used, and it is not remembered. Do not paste the server’s private key
          anywhere.
        </Note>
      )}
      <p class="muted">RSA-OAEP-256 with A128GCM, as the server’s own code makes them.</p>
      {model.environment.value.isSandbox && (
        <div class="row-actions">
          <button
            type="button"
            class="button"
            disabled={state.kind === 'sending' || model.address.value.url === undefined}
            onClick={() => void fetchKey()}
          >
            Use the sandbox’s key
          </button>
          <span class="muted">The sandbox takes encrypted tokens when its setting jwt.use.ssl is true.</span>
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
