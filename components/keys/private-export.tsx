import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { KeyRecord } from '../../lib/keys/types.ts';
import { exportPrivate } from '../../lib/state/keys-export.ts';
import { say } from '../../lib/state/say.ts';
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
          {say(words.ask)}
        </button>
      </div>
    );
  }
  return (
    <Note tone="warning" word={say(words.word)}>
      {say(words.note, record.name)}
      <div class="row-actions key-export">
        {record.privateKey && (
          <CopyTextButton label={say('keysExportKeyPkcs8')} text={() => exportPrivate(record, 'pkcs8')} />
        )}
        <CopyTextButton label={say(words.jwk)} text={() => exportPrivate(record, 'jwk')} />
        <button type="button" class="button" onClick={() => setAsked(false)}>
          {say('keysKeepHere')}
        </button>
      </div>
    </Note>
  );
}
