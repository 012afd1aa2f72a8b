import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { t, tCount } from '../../lib/i18n/t.ts';
import { createKeysImport } from '../../lib/state/keys/keys-import.ts';
import type { KeysModel } from '../../lib/state/keys/keys-model.ts';
import { useServices } from '../app/services.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { ExtractableChoice } from './extractable-choice.tsx';
import { FoundKeys } from './found-keys.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { Pkcs12Input } from './pkcs12-input.tsx';

/** Takes pasted keys in any form, says what they are, and keeps them. */
export function ImportKey({ model }: { readonly model: KeysModel }): JSX.Element {
  const { now } = useServices();
  const [pasted] = useState(() => createKeysImport({ add: model.add, now }));
  useEffect(() => pasted.dispose, [pasted]);
  const id = useId();
  const [kept, setKept] = useState<number>();
  const look = pasted.look.value;
  const found = look?.found ?? [];
  const locked = pasted.encrypted.value && found.every(({ imported }) => imported.type === 'public');
  const hidden = found.filter(({ imported }) => imported.type !== 'public');
  const keep = async (): Promise<void> => {
    const records = await pasted.keep();
    if (records.length > 0) setKept(records.length);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void (locked ? pasted.unlock() : keep());
      }}
    >
      <label for={`${id}-text`}>{t('keysImportLabel')}</label>
      <textarea
        id={`${id}-text`}
        class="input keys-paste"
        rows={5}
        spellcheck={false}
        autocomplete="off"
        placeholder={t('keysImportPlaceholder')}
        value={pasted.text.value}
        aria-describedby={`${id}-forms`}
        onInput={(event) => {
          pasted.text.value = event.currentTarget.value;
          setKept(undefined);
        }}
      />
      <p id={`${id}-forms`} class="muted">
        {t('keysImportForms')}
      </p>
      <Pkcs12Input
        pasted={pasted}
        onChosen={() => {
          setKept(undefined);
        }}
      />
      {pasted.encrypted.value && <PassphraseField pasted={pasted} locked={locked} />}
      {look?.failures
        .filter(({ code }) => code !== 'passphrase-needed')
        .map((failure) => (
          <Note key={failure.message} tone="error">
            {failure.message} {failure.remedy}
          </Note>
        ))}
      {found.length > 0 && (
        <>
          <FoundKeys pasted={pasted} found={found} kept={model.all.value ?? []} />
          {hidden.length > 0 && (
            <ExtractableChoice
              what={hidden.some(({ imported }) => imported.type === 'private') ? 'private' : 'secret'}
              checked={pasted.extractable.value}
              onChange={(checked) => {
                pasted.extractable.value = checked;
              }}
            />
          )}
          <div class="row-actions keys-form">
            <label for={`${id}-name`}>{t('keysImportName')}</label>
            <input
              id={`${id}-name`}
              class="input"
              maxLength={80}
              value={pasted.name.value}
              onInput={(event) => {
                pasted.name.value = event.currentTarget.value;
              }}
            />
            {!locked && (
              <button type="submit" class="button primary" disabled={pasted.busy.value}>
                {tCount('keysImport', found.length)}
              </button>
            )}
          </div>
        </>
      )}
      <div role="status">
        {kept !== undefined && (
          <p class="done">
            <Icon name="completed" tone="success" /> {tCount('keysImported', kept)}
          </p>
        )}
      </div>
    </form>
  );
}
