import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { exportSpkiPem } from '../../lib/keys/export-key.ts';
import { isTaken } from '../../lib/state/dauth/dauth-keys.ts';
import { CopyTextButton } from '../keys/copy-text-button.tsx';
import { useDauthModel } from './dauth-context.ts';
import { Findings } from './findings.tsx';
import { GenerateButton } from './generate-button.tsx';
import { RegisterPart } from './register-part.tsx';

/** Which key signs, a way to another one, and what the server needs of it. */
export function KeyPart(): JSX.Element {
  const model = useDauthModel();
  const id = useId();
  const key = model.key.value;
  const signers = model.signers.value ?? [];
  const open = key?.publicJwk;
  return (
    <div class="stack">
      {!key && <p class="muted">{t('dauthNoKeyYetRemedy')}</p>}
      <div class="row-actions">
        {signers.length > 0 && (
          <>
            <label for={id}>{t('wordSigningKey')}</label>
            <select
              id={id}
              class="input dauth-key"
              value={key?.id ?? ''}
              onChange={(event) => model.choose({ key: event.currentTarget.value })}
            >
              {!key && <option value="">{t('dauthChooseOne')}</option>}
              {signers.map((one) => (
                <option key={one.id} value={one.id}>
                  {isTaken(one.algorithm)
                    ? `${one.name} (${one.algorithm})`
                    : t('dauthRejectedKey', one.name, one.algorithm)}
                </option>
              ))}
            </select>
          </>
        )}
        {key && <GenerateButton />}
        {open && <CopyTextButton label={t('dauthCopyPublicKey')} text={() => exportSpkiPem(open)} />}
      </div>
      <Findings findings={model.findings.value.filter(({ at }) => at === 'header.alg')} />
      {key && <RegisterPart signingKey={key} />}
    </div>
  );
}
