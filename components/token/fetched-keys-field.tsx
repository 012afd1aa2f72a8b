import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { useTokenTab } from './token-context.ts';

/** Fetches keys from an issuer or a JWKS when asked to. */
export function FetchedKeysField(): JSX.Element {
  const { verification } = useTokenTab();
  const id = useId();
  const fetched = verification.fetched.value;
  return (
    <div class="token-field inline">
      <label for={id}>{t('tokenKeyFetched')}</label>
      <input
        id={id}
        class="input monospace"
        type="url"
        spellcheck={false}
        autocomplete="off"
        placeholder="https://issuer.example"
        value={verification.address.value}
        onInput={(event) => verification.setAddress(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && void verification.fetchKeys()}
      />
      <button
        type="button"
        class="button"
        disabled={verification.fetching.value}
        onClick={() => void verification.fetchKeys()}
      >
        {t(verification.fetching.value ? 'tokenFetching' : fetched ? 'tokenFetchAgain' : 'tokenFetchKeys')}
      </button>
    </div>
  );
}
