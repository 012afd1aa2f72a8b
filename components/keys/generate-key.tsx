import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import {
  canGenerate,
  GENERATED_ALGORITHMS,
  GENERATED_SECRETS,
  RSA_LENGTHS,
} from '../../lib/keys/generate.ts';
import type { KeysModel } from '../../lib/state/keys/keys-model.ts';
import { ExtractableChoice } from './extractable-choice.tsx';

/** Groups of the choice of an algorithm. */
const GROUPS = [
  { label: 'keysGroupRsa', algorithms: ['PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512'] },
  { label: 'keysGroupCurves', algorithms: ['ES256', 'ES384', 'ES512', 'EdDSA'] },
  { label: 'keysGroupSecrets', algorithms: Object.keys(GENERATED_SECRETS) },
] as const satisfies readonly { readonly label: MessageName; readonly algorithms: readonly string[] }[];

/** Asks for a name and an algorithm and generates a key. */
export function GenerateKey({ model }: { readonly model: KeysModel }): JSX.Element {
  const id = useId();
  const [name, setName] = useState('');
  const [algorithm, setAlgorithm] = useState('PS256');
  const [bits, setBits] = useState<number>(RSA_LENGTHS[0]);
  const [extractable, setExtractable] = useState(false);
  const [ed25519, setEd25519] = useState(true);
  useEffect(() => {
    void canGenerate('EdDSA').then(setEd25519);
  }, []);
  const isRsa = /^[RP]S/.test(algorithm);
  const isSecret = Object.hasOwn(GENERATED_SECRETS, algorithm);
  const generate = async (): Promise<void> => {
    const made = await model.generate(name, algorithm, { extractable, ...(isRsa ? { bits } : {}) });
    if (!made) return;
    setName('');
    setExtractable(false);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void generate();
      }}
    >
      <div class="row-actions keys-form">
        <label for={`${id}-name`}>{t('wordName')}</label>
        <input
          id={`${id}-name`}
          class="input"
          value={name}
          maxLength={80}
          placeholder={t(isSecret ? 'keysNameOfSecret' : 'keysNameOfKey', algorithm)}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <label for={`${id}-algorithm`}>{t('keysAlgorithm')}</label>
        <select
          id={`${id}-algorithm`}
          class="input"
          value={algorithm}
          onChange={(event) => setAlgorithm(event.currentTarget.value)}
        >
          {GROUPS.map((group) => (
            <optgroup key={group.label} label={t(group.label)}>
              {group.algorithms.map((value) => (
                <option key={value} value={value} disabled={value === 'EdDSA' && !ed25519}>
                  {value} ({labelOf(value)})
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        {isRsa && (
          <>
            <label for={`${id}-bits`}>{t('keysLength')}</label>
            <select
              id={`${id}-bits`}
              class="input"
              value={bits}
              onChange={(event) => setBits(Number(event.currentTarget.value))}
            >
              {RSA_LENGTHS.map((length) => (
                <option key={length} value={length}>
                  {t('keysBits', length)}
                </option>
              ))}
            </select>
          </>
        )}
        <button type="submit" class="button primary" disabled={model.generating.value}>
          {t(model.generating.value ? 'keysGenerating' : 'keysGenerate')}
        </button>
      </div>
      {!ed25519 && <p class="muted">{t('keysNoEd25519')}</p>}
      <ExtractableChoice
        what={isSecret ? 'secret' : 'private'}
        checked={extractable}
        onChange={setExtractable}
      />
    </form>
  );
}

function labelOf(algorithm: string): string {
  const secret = GENERATED_SECRETS[algorithm];
  return secret ? `HMAC, ${secret.hash}` : (GENERATED_ALGORITHMS[algorithm]?.label ?? '');
}
