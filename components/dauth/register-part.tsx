import type { JSX } from 'preact';
import { exportSpkiPem } from '../../lib/keys/export-key.ts';
import type { KeyRecord } from '../../lib/keys/types.ts';
import { dauthAddress } from '../../lib/state/dauth-server.ts';
import { say } from '../../lib/state/say.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { useDauthModel } from './dauth-context.ts';

/** Sends the public key to the sandbox when asked to; says where a real server wants it. */
export function RegisterPart({ signingKey }: { readonly signingKey: KeyRecord }): JSX.Element {
  const model = useDauthModel();
  const { kid, publicJwk } = signingKey;
  const state = model.registration.state.value;
  if (!publicJwk) {
    return <p class="muted">{say('dauthNoPublicPart')}</p>;
  }
  if (!model.environment.value.isSandbox) {
    return <p class="muted">{say('dauthRegisterYourself')}</p>;
  }
  const register = async (): Promise<void> => {
    const { url } = dauthAddress(model.base.peek(), '/sandbox/public-key');
    if (url !== undefined) await model.registration.register(url, kid, await exportSpkiPem(publicJwk));
  };
  return (
    <>
      <div class="row-actions">
        <button
          type="button"
          class="button"
          disabled={state.kind === 'sending' || model.address.value.url === undefined}
          onClick={() => void register()}
        >
          {say('dauthRegister')}
        </button>
        <span class="muted">{say('dauthSandboxForgets')}</span>
      </div>
      <div role="status">
        {state.kind === 'registered' && state.kid === kid && (
          <p class="done">
            <Icon name="completed" tone="success" /> <strong>{say('dauthRegistered')}</strong> {state.message}
          </p>
        )}
        {state.kind === 'failed' && (
          <Note tone="error">
            {state.failure.message} {state.failure.remedy}
          </Note>
        )}
      </div>
    </>
  );
}
