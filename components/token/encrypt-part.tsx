import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { CONTENT_ENCRYPTIONS } from '../../lib/jwt/jwe-algorithms.ts';
import { ENCRYPTING_ALGORITHMS } from '../../lib/state/token/token-encryption.ts';
import { useAppModel } from '../app/models.ts';
import { CopyableValue } from '../ui/copyable-value.tsx';
import { FailureNote } from './failure-note.tsx';
import { KeyFields } from './key-fields.tsx';
import { KeySourceChoice } from './key-source-choice.tsx';
import { useTokenTab } from './token-context.ts';

/** Encrypts the signed token, or the claims alone, for a recipient. */
export function EncryptPart(): JSX.Element {
  const { token: model } = useAppModel();
  const { encryption } = useTokenTab();
  const { algorithm, contentEncryption, what, sealed } = encryption;
  const { token, failure } = sealed.value;
  return (
    <details>
      <summary>{t('tokenEncryptTitle')}</summary>
      <div class="stack token-inside">
        <div class="row-actions">
          <Choice
            label={t('tokenEncrypt')}
            value={what.value}
            options={[
              ['signed', t('tokenEncryptSigned')],
              ['claims', t('tokenEncryptClaims')],
            ]}
            onChoose={(value) => {
              what.value = value === 'claims' ? 'claims' : 'signed';
            }}
          />
          <Choice
            label={t('tokenKeyAlgorithm')}
            value={algorithm.value}
            options={ENCRYPTING_ALGORITHMS.map((name) => [name, name])}
            onChoose={(value) => {
              algorithm.value = value;
            }}
          />
          <Choice
            label={t('tokenContentEncryption')}
            value={contentEncryption.value}
            options={Object.keys(CONTENT_ENCRYPTIONS).map((name) => [name, name])}
            onChoose={(value) => {
              contentEncryption.value = value;
            }}
          />
        </div>
        <fieldset class="token-keys stack">
          <legend>{t('tokenEncryptFor')}</legend>
          <KeySourceChoice input={encryption.recipient} sources={['saved', 'pasted', 'secret']} />
          <KeyFields input={encryption.recipient} purpose="encrypt" />
          <p>
            <button type="button" class="button" onClick={() => void encryption.encrypt()}>
              {t('tokenEncrypt')}
            </button>
          </p>
        </fieldset>
        <div role="status" class="stack">
          {failure && <FailureNote failure={failure} />}
          {token !== undefined && (
            <>
              <CopyableValue what={t('tokenEncrypted')} text={token} atFirst={300} />
              <p>
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    model.mode.value = 'decode';
                    model.open(token);
                  }}
                >
                  {t('tokenShowEncrypted')}
                </button>
              </p>
            </>
          )}
        </div>
      </div>
    </details>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps): JSX.Element {
  const id = useId();
  return (
    <span class="row-actions">
      <label for={id}>{label}</label>
      <select id={id} class="input" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}
