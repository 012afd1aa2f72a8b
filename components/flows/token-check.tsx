import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import type { CheckedToken } from '../../lib/state/flows/flow-verification.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { keysModelOf } from '../keys/keys-model-of.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { verdictLook } from './verdict-look.ts';

interface TokenCheckProps {
  readonly flow: Flow;
  readonly token: string;
  /** Such as `Token 1`; tells the controls of several tokens apart. */
  readonly label: string;
}

/** Checks a token's signature by the keys of its issuer, fetched on the click, or by a saved key. */
export function TokenCheck({ flow, token, label }: TokenCheckProps): JSX.Element {
  const { verification } = useAppModel();
  const keys = keysModelOf(useServices());
  const id = useId();
  const typed = useSignal<string>();
  const savedId = useSignal('');
  const address = typed.value ?? verification.addressOf(flow, token);
  const saved = keys.all.value ?? [];
  const key = saved.find((one) => one.id === savedId.value);
  const busy = verification.checking.value.has(token);
  const check = (): void => {
    void (key
      ? verification.checkBySaved(flow, token, key)
      : verification.checkByIssuer(flow, token, address));
  };
  return (
    <div class="token-check">
      <div class="row-actions">
        <button
          type="button"
          class="button"
          aria-label={t('flowVerifyWhat', label)}
          aria-disabled={busy || (!key && address === '')}
          onClick={() => {
            if (!busy && (key || address !== '')) check();
          }}
        >
          {t(busy ? 'flowVerifying' : 'flowVerify')}
        </button>
        {saved.length > 0 && (
          <select
            class="input"
            aria-label={t('flowKeyFor', label)}
            value={savedId.value}
            onChange={(event) => {
              savedId.value = event.currentTarget.value;
            }}
          >
            <option value="">{t('flowWithIssuersKeys')}</option>
            {saved.map((one) => (
              <option key={one.id} value={one.id}>
                {t('flowWithKey', one.name, one.algorithm)}
              </option>
            ))}
          </select>
        )}
        {!key && (
          <>
            <label for={id}>{t('flowIssuerOrJwks')}</label>
            <input
              id={id}
              class="input token-check-address"
              aria-label={t('flowIssuerOrJwksFor', label)}
              spellcheck={false}
              autocomplete="off"
              value={address}
              onInput={(event) => {
                typed.value = event.currentTarget.value;
              }}
            />
          </>
        )}
      </div>
      <TokenVerdict checked={verification.checked.value.get(token)} label={label} />
    </div>
  );
}

interface TokenVerdictProps {
  readonly checked: CheckedToken | undefined;
  readonly label: string;
}

/** What the check came to, or that there was none. */
export function TokenVerdict({ checked, label }: TokenVerdictProps): JSX.Element {
  const { icon, tone, text } = verdictLook(checked);
  return (
    <>
      <p class="token-check-verdict">
        <Icon name={icon} tone={tone} />
        <span role="status" aria-label={t('flowSignatureOf', label)} class={`tone-${tone}`}>
          {text}
        </span>
      </p>
      {checked?.failure && (
        <Note tone="error">
          {checked.failure.message} {checked.failure.remedy}
        </Note>
      )}
    </>
  );
}
