import type { JSX } from 'preact';
import type { FoundToken } from '../../lib/flow/tokens.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { useAppModel } from '../app/models.ts';
import { TokenVerdict } from './token-check.tsx';

/** What a token is called that stands in a parameter of the callback and is worth something only when rightly signed. */
const PLACES: Readonly<Record<string, () => string>> = {
  'id_token in the callback': () => 'id_token',
  'response in the callback': () => t('flowWorthResponseToken'),
};

interface FlowWorthProps {
  readonly flow: Flow;
  readonly tokens: readonly FoundToken[];
}

/** Whether what came back is rightly signed: one click fetches the issuer's keys and says so. */
export function FlowWorth({ flow, tokens }: FlowWorthProps): JSX.Element | null {
  const { verification } = useAppModel();
  const signed = tokens.flatMap(({ token, places }) => {
    const name = places.map((place) => PLACES[place]?.()).find((known) => known !== undefined);
    return name === undefined ? [] : [{ token, name, label: t('flowWorthThe', name) }];
  });
  if (signed.length === 0) return null;
  return (
    <ul class="flow-worth" aria-label={t('flowWorthSignatures')}>
      {signed.map(({ token, name, label }) => {
        const address = verification.addressOf(flow, token);
        const busy = verification.checking.value.has(token);
        return (
          <li key={token}>
            <span class="flow-worth-name">{name}</span>
            <TokenVerdict checked={verification.checked.value.get(token)} label={label} />
            {address !== '' && (
              <button
                type="button"
                class="button"
                aria-label={t('flowVerifyWhat', label)}
                title={t('flowVerifyFetches', address)}
                aria-disabled={busy}
                onClick={() => !busy && void verification.checkByIssuer(flow, token, address)}
              >
                {t(busy ? 'flowVerifying' : 'flowVerify')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
