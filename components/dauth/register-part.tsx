import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { exportSpkiPem } from '../../lib/keys/export-key.ts';
import type { KeyRecord } from '../../lib/keys/types.ts';
import { dauthAddress } from '../../lib/state/dauth/dauth-server.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { useDauthModel } from './dauth-context.ts';

/** Sends the public key to the sandbox when asked to; says where a real server wants it. */
export function RegisterPart({ signingKey }: { readonly signingKey: KeyRecord }): JSX.Element {
  const model = useDauthModel();
  const { kid, publicJwk } = signingKey;
  const state = model.registration.state.value;
  if (!publicJwk) {
    return <p class="muted">{t('dauthNoPublicPart')}</p>;
  }
  if (!model.environment.value.isSandbox) {
    return <p class="muted">{t('dauthRegisterYourself')}</p>;
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
          {t('dauthRegister')}
        </button>
        <span class="muted">{t('dauthSandboxForgets')}</span>
      </div>
      <div role="status">
        {state.kind === 'registered' && state.kid === kid && (
          <p class="done">
            <Icon name="completed" tone="success" /> <strong>{t('dauthRegistered')}</strong> {state.message}
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
