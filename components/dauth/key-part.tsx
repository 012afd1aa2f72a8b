import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { exportSpkiPem } from '../../lib/keys/export-key.ts';
import { isTaken } from '../../lib/state/dauth/dauth-keys.ts';
import { useServices } from '../app/services.ts';
import { CopyTextButton } from '../keys/copy-text-button.tsx';
import { keysModelOf } from '../keys/keys-model-of.ts';
import { Note } from '../ui/note.tsx';
import { useDauthModel } from './dauth-context.ts';
import { Findings } from './findings.tsx';
import { RegisterPart } from './register-part.tsx';

/** Which key signs, a way to a first one, and what the server needs of it. */
export function KeyPart(): JSX.Element {
  const model = useDauthModel();
  const keys = keysModelOf(useServices());
  const id = useId();
  const key = model.key.value;
  const signers = model.signers.value ?? [];
  const failure = keys.failure.value;
  const open = key?.publicJwk;
  const generate = async (): Promise<void> => {
    const made = await keys.generate('DAuth RS256', 'RS256');
    if (made) model.choose({ key: made.id });
  };
  return (
    <div class="stack">
      {model.signers.value && !key && (
        <Note tone="error" word={t('dauthNoKeyYet')}>
          {t('dauthNoKeyYetRemedy')}
        </Note>
      )}
      {failure && (
        <Note tone="error">
          {failure.message} {failure.remedy}
        </Note>
      )}
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
        <button
          type="button"
          class={key ? 'button' : 'button primary'}
          disabled={keys.generating.value}
          onClick={() => void generate()}
        >
          {keys.generating.value ? t('dauthGenerating') : t('dauthGenerateKey')}
        </button>
        {open && <CopyTextButton label={t('dauthCopyPublicKey')} text={() => exportSpkiPem(open)} />}
      </div>
      <Findings findings={model.findings.value.filter(({ at }) => at === 'header.alg')} />
      {key && <RegisterPart signingKey={key} />}
    </div>
  );
}
