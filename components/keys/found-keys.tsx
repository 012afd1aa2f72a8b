import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { readBase64url } from '../../lib/jwt/base64url.ts';
import { bitLength } from '../../lib/jwt/bit-length.ts';
import type { KeyRecord } from '../../lib/keys/types.ts';
import type { FoundKey, KeysImport } from '../../lib/state/keys-import.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { Value } from '../ui/value.tsx';

interface FoundKeysProps {
  readonly pasted: KeysImport;
  readonly found: readonly FoundKey[];
  /** The keys that are kept already. */
  readonly kept: readonly KeyRecord[];
}

/** What the pasted text holds, and what each key is to be used for. */
export function FoundKeys({ pasted, found, kept }: FoundKeysProps): JSX.Element {
  return (
    <ul class="stack" aria-label="Found keys">
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
          <Icon name="check" tone="success" /> {materialOf(imported)},{' '}
          {type === 'secret' ? 'secret' : `${type} key`} <span class="muted">from {format}</span>
        </span>
        <label for={id}>Use it for</label>
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
          Certificate of <Value text={certificate.subject} />
        </p>
      )}
      {twin && (
        <Note tone="info" word="Kept already">
          You have this key as “{twin.name}”. Importing it again makes a second entry.
        </Note>
      )}
    </div>
  );
}

function materialOf({ key, publicJwk }: FoundKey['imported']): string {
  if (!publicJwk) return `HMAC, ${(key.algorithm as HmacKeyAlgorithm).length} bits`;
  const { kty, crv, n } = publicJwk;
  return kty === 'RSA' ? `RSA, ${bitLength(readBase64url(n ?? '').bytes)} bits` : (crv ?? kty ?? '');
}

function twinOf({ imported, algorithm }: FoundKey, kept: readonly KeyRecord[]): KeyRecord | undefined {
  return kept.find(
    (record) =>
      record.kid === imported.kid &&
      record.algorithm === algorithm &&
      (record.privateKey !== undefined) === (imported.type === 'private'),
  );
}
