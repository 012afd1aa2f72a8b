import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { jsonWords } from '../../lib/jwt/json-words.ts';
import { useAppModel } from '../app/models.ts';
import { FailureNote } from './failure-note.tsx';
import { KeyFields } from './key-fields.tsx';
import { KeySourceChoice } from './key-source-choice.tsx';
import { useTokenTab } from './token-context.ts';

/** The key that signs, the algorithm that follows it, and what keeps the token from being signed. */
export function SignKeyChoice(): JSX.Element {
  const { token: model } = useAppModel();
  const { signing } = useTokenTab();
  const id = useId();
  const found = signing.resolved.value.found;
  const failure = signing.failure.value;
  const alg = signing.readHeader.value.object?.alg;
  const unsigned = signing.token.value === '' || signing.token.value !== model.text.value;
  return (
    <fieldset class="token-keys stack">
      <legend>{t('tokenSignWith')}</legend>
      <KeySourceChoice input={signing.key} sources={['saved', 'pasted', 'secret']} />
      <KeyFields input={signing.key} purpose="sign" />
      {found && (
        <div class="row-actions">
          <label for={id}>{t('tokenAlgorithm')}</label>
          <select
            id={id}
            class="input"
            value={jsonWords(alg)}
            onChange={(event) => signing.setAlgorithm(event.currentTarget.value)}
          >
            {!found.algorithms.includes(jsonWords(alg)) && (
              <option value={jsonWords(alg)}>{t('tokenAlgorithmOfHeader')}</option>
            )}
            {found.algorithms.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="row-actions">
        <button
          type="button"
          class={unsigned ? 'button primary' : 'button'}
          onClick={() => void signing.signNow()}
        >
          {t(unsigned ? 'tokenSign' : 'tokenSignAgain')}
        </button>
        {signing.original.value !== '' && !unsigned && (
          <button type="button" class="button" onClick={signing.restore}>
            {t('tokenBackToPasted')}
          </button>
        )}
        <span class="muted" role="status">
          {unsigned ? '' : t('tokenSigned')}
        </span>
      </div>
      {failure && <FailureNote failure={failure} />}
    </fieldset>
  );
}
