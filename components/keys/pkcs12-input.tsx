import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { MAX_PKCS12_BYTES } from '../../lib/keys/read-pkcs12.ts';
import type { KeysImport } from '../../lib/state/keys/keys-import.ts';
import { Note } from '../ui/note.tsx';

interface Pkcs12InputProps {
  readonly pasted: KeysImport;
  readonly onChosen: () => void;
}

/** Takes a PKCS #12 file in place of a pasted key. */
export function Pkcs12Input({ pasted, onChosen }: Pkcs12InputProps): JSX.Element {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState<string>();
  const chosen = pasted.file.value;
  useEffect(() => {
    if (chosen === undefined && input.current) input.current.value = '';
  }, [chosen]);
  const take = async (file: File | undefined): Promise<void> => {
    onChosen();
    setTooLarge(file && file.size > MAX_PKCS12_BYTES ? file.name : undefined);
    const fits = file !== undefined && file.size <= MAX_PKCS12_BYTES;
    pasted.choose(fits ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : undefined);
  };
  return (
    <>
      <label for={id}>{t('keysImportFile')}</label>
      <input
        id={id}
        ref={input}
        type="file"
        accept=".p12,.pfx,application/x-pkcs12"
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
        }}
      />
      {tooLarge !== undefined && <Note tone="error">{t('keysFileTooLarge', tooLarge)}</Note>}
    </>
  );
}
