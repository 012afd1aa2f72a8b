import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { KeyRecord } from '../../lib/keys/types.ts';
import { exportPrivate } from '../../lib/state/keys/keys-export.ts';
import { Note } from '../ui/note.tsx';
import { CopyTextButton } from './copy-text-button.tsx';

const PRIVATE = {
  ask: 'keysExportKey',
  word: 'keysExportKeyWord',
  note: 'keysExportKeyNote',
  jwk: 'keysExportKeyJwk',
} as const;

const SECRET = {
  ask: 'keysExportSecret',
  word: 'keysExportSecretWord',
  note: 'keysExportSecretNote',
  jwk: 'keysExportSecretJwk',
} as const;

/** Takes the private part out, with a second, deliberate click. */
export function PrivateExport({ record }: { readonly record: KeyRecord }): JSX.Element {
  const [asked, setAsked] = useState(false);
  const words = record.secretKey ? SECRET : PRIVATE;
  if (!asked) {
    return (
      <div class="row-actions">
        <button type="button" class="button" onClick={() => setAsked(true)}>
          {t(words.ask)}
        </button>
      </div>
    );
  }
  return (
    <Note tone="warning" word={t(words.word)}>
      {t(words.note, record.name)}
      <div class="row-actions key-export">
        {record.privateKey && (
          <CopyTextButton label={t('keysExportKeyPkcs8')} text={() => exportPrivate(record, 'pkcs8')} />
        )}
        <CopyTextButton label={t(words.jwk)} text={() => exportPrivate(record, 'jwk')} />
        <button type="button" class="button" onClick={() => setAsked(false)}>
          {t('keysKeepHere')}
        </button>
      </div>
    </Note>
  );
}
