import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import type { StoredKey } from '../../lib/keys/types.ts';
import { Note } from '../ui/note.tsx';
import { useRequestModel } from './request-context.ts';

/** Sends the public key to the sandbox when asked to, and shows what it answered. */
export function KeyRegistrationPart({ signingKey }: { readonly signingKey: StoredKey }): JSX.Element | null {
  const model = useRequestModel();
  const address = model.environment.value.keyRegistration;
  const state = model.registration.state.value;
  if (address === undefined) {
    return <p class="muted">{t('requestKeyByHand', model.profile.value.name)}</p>;
  }
  const clientId = model.values.value.client_id ?? '';
  const done = state.kind === 'registered' && state.kid === signingKey.kid;
  return (
    <>
      <div class="row-actions">
        <button
          type="button"
          class="button"
          disabled={state.kind === 'sending'}
          onClick={() => void model.registration.register(address, clientId, signingKey)}
        >
          {t('requestKeyRegister')}
        </button>
        <span class="muted">{t('requestKeyForgotten')}</span>
      </div>
      <div role="status">
        {done && (
          <p class="done">
            <strong>{t('requestKeyRegistered')}</strong> {state.message}
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
