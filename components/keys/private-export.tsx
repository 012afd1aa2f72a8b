import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { KeyRecord } from '../../lib/keys/types.ts';
import { exportPrivate } from '../../lib/state/keys-export.ts';
import { Note } from '../ui/note.tsx';
import { CopyTextButton } from './copy-text-button.tsx';

/** Takes the private part out, with a second, deliberate click. */
export function PrivateExport({ record }: { readonly record: KeyRecord }): JSX.Element {
  const [asked, setAsked] = useState(false);
  const what = record.secretKey ? 'secret' : 'private key';
  if (!asked) {
    return (
      <div class="row-actions">
        <button type="button" class="button" onClick={() => setAsked(true)}>
          Export the {what}…
        </button>
      </div>
    );
  }
  return (
    <Note tone="warning" word={`The ${what} is about to leave`}>
      Whoever gets it signs as {record.name}. It goes to the clipboard, which other programs and synchronised
      devices can read; clear it afterwards, and never paste it into a web page.
      <div class="row-actions key-export">
        {record.privateKey && (
          <CopyTextButton label={`Copy the ${what} (PKCS #8)`} text={() => exportPrivate(record, 'pkcs8')} />
        )}
        <CopyTextButton label={`Copy the ${what} (JWK)`} text={() => exportPrivate(record, 'jwk')} />
        <button type="button" class="button" onClick={() => setAsked(false)}>
          Keep it here
        </button>
      </div>
    </Note>
  );
}
