import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import type { KeyRecord } from '../../lib/keys/types.ts';
import { keyMaterial } from '../../lib/state/keys/keys-describe.ts';
import type { FoundKey, KeysImport } from '../../lib/state/keys/keys-import.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { Trans } from '../ui/trans.tsx';
import { Value } from '../ui/value.tsx';

const TYPES = {
  private: 'keysPrivateKey',
  public: 'keysPublicKey',
  secret: 'keysSecret',
} as const satisfies Record<FoundKey['imported']['type'], MessageName>;

interface FoundKeysProps {
  readonly pasted: KeysImport;
  readonly found: readonly FoundKey[];
  /** The keys that are kept already. */
  readonly kept: readonly KeyRecord[];
}

/** What the pasted text holds, and what each key is to be used for. */
export function FoundKeys({ pasted, found, kept }: FoundKeysProps): JSX.Element {
  return (
    <ul class="stack" aria-label={t('keysFound')}>
      {found.map((key, index) => (
        <li key={`${index} ${key.imported.kid}`}>
          <Found
            found={key}
            twin={twinOf(key, kept)}
            onAlgorithm={(algorithm) => pasted.chooseAlgorithm(index, algorithm)}
          />
        </li>
      ))}
    </ul>
  );
}

interface FoundProps {
  readonly found: FoundKey;
  readonly twin: KeyRecord | undefined;
  readonly onAlgorithm: (algorithm: string) => void;
}

function Found({ found, twin, onAlgorithm }: FoundProps): JSX.Element {
  const id = useId();
  const { imported, algorithm } = found;
  const { algorithms, format, type, certificate } = imported;
  return (
    <div class="stack">
      <div class="row-actions">
        <span>
          <Icon name="check" tone="success" /> {materialOf(imported)}, {t(TYPES[type])}{' '}
          <span class="muted">{t('keysFoundFrom', format)}</span>
        </span>
        <label for={id}>{t('keysUseFor')}</label>
        <select
          id={id}
          class="input"
          value={algorithm}
          onChange={(event) => onAlgorithm(event.currentTarget.value)}
        >
          {algorithms.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </div>
      {certificate && (
        <p class="muted">
          <Trans name="keysCertificateOf">
            <Value text={certificate.subject} />
          </Trans>
        </p>
      )}
      {twin && (
        <Note tone="info" word={t('keysTwinWord')}>
          {t('keysTwin', twin.name)}
        </Note>
      )}
    </div>
  );
}

function materialOf({ key, publicJwk }: FoundKey['imported']): string {
  if (!publicJwk) return t('keysMaterial', 'HMAC', (key.algorithm as HmacKeyAlgorithm).length);
  return keyMaterial(publicJwk);
}

function twinOf({ imported, algorithm }: FoundKey, kept: readonly KeyRecord[]): KeyRecord | undefined {
  return kept.find(
    (record) =>
      record.kid === imported.kid &&
      record.algorithm === algorithm &&
      (record.privateKey !== undefined) === (imported.type === 'private'),
  );
}
