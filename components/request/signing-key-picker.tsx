import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { publicJwks } from '../../lib/keys/public-jwks.ts';
import { useServices } from '../app/services.ts';
import { CopyTextButton } from '../keys/copy-text-button.tsx';
import { keysModelOf } from '../keys/keys-model-of.ts';
import { Note } from '../ui/note.tsx';
import { KeyRegistrationPart } from './key-registration-part.tsx';
import { useRequestModel } from './request-context.ts';

/** Which key signs, a way to a first one, and what the provider needs of it. */
export function SigningKeyPicker(): JSX.Element {
  const model = useRequestModel();
  const keys = keysModelOf(useServices());
  const id = useId();
  const fitting = model.fittingKeys.value ?? [];
  const key = model.object.value?.key;
  const spec = model.profile.value.requestObject;
  const failure = keys.failure.value;
  const generate = async (): Promise<void> => {
    const algorithm = spec?.algorithms[0] ?? 'PS256';
    const made = await keys.generate(`${model.profile.value.name} ${algorithm}`, algorithm);
    if (made) model.selectKey(made.id);
  };
  return (
    <>
      {failure && (
        <Note tone="error">
          {failure.message} {failure.remedy}
        </Note>
      )}
      <div class="row-actions">
        {key && (
          <>
            <label for={id}>{t('requestSigningKey')}</label>
            <select
              id={id}
              class="input"
              value={key.id}
              onChange={(event) => model.selectKey(event.currentTarget.value)}
            >
              {fitting.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name} ({one.algorithm}, {one.kid.slice(0, 8)}…)
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
          {t(keys.generating.value ? 'requestGenerating' : 'requestGenerate')}
        </button>
        {key && (
          <CopyTextButton
            label={t('requestCopyJwks')}
            text={JSON.stringify(publicJwks([key.publicJwk]), undefined, 2)}
          />
        )}
      </div>
      {key && <KeyRegistrationPart signingKey={key} />}
    </>
  );
}
