import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { dauthAddress } from '../../lib/state/dauth/dauth-server.ts';
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
      <Note tone="warning" word={t('dauthNobodySigns')}>
        {t('dauthNobodySignsMeaning')}
      </Note>
      <label for={id}>{t('dauthRecipient')}</label>
      <textarea
        id={id}
        class="input dauth-recipient"
        rows={4}
        spellcheck={false}
        placeholder={t('dauthRecipientPlaceholder')}
        value={recipient}
        onInput={(event) => model.choose({ recipient: event.currentTarget.value })}
      />
      {/PRIVATE KEY-----/.test(recipient) && (
        <Note tone="warning" word={t('dauthPrivateKey')}>
          {t('dauthPrivateKeyMeaning')}
        </Note>
      )}
      <p class="muted">{t('dauthEncryptedAs')}</p>
      {model.environment.value.isSandbox && (
        <div class="row-actions">
          <button
            type="button"
            class="button"
            disabled={state.kind === 'sending' || model.address.value.url === undefined}
            onClick={() => void fetchKey()}
          >
            {t('dauthUseSandboxKey')}
          </button>
          <span class="muted">{t('dauthSandboxEncrypted')}</span>
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
