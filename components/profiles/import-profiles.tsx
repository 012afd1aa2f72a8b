import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { MAX_PROFILE_FILE } from '../../lib/providers/profile-limits.ts';
import type { ProfilesModel } from '../../lib/state/profiles/profiles-model.ts';
import { Note } from '../ui/note.tsx';
import { PasteArea } from '../ui/paste-area.tsx';
import { ProfileProblems } from './profile-problems.tsx';

/** Reads a profile file, from disk or pasted. A file with a mistake in it changes nothing. */
export function ImportProfiles({ model }: { readonly model: ProfilesModel }): JSX.Element {
  const id = useId();
  const [text, setText] = useState('');
  const [replace, setReplace] = useState(false);
  const imported = model.imported.value;
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    // One more than is allowed is enough to be told so.
    await model.importFile(await file.slice(0, MAX_PROFILE_FILE * 4 + 1).text(), replace);
  };
  return (
    <form
      class="stack"
      aria-label={t('profilesImportForm')}
      onSubmit={(event) => {
        event.preventDefault();
        void model.importFile(text, replace).then(() => {
          if (model.imported.peek()?.kind === 'imported') setText('');
        });
      }}
    >
      <label for={`${id}-file`}>{t('profilesFile')}</label>
      <input
        id={`${id}-file`}
        type="file"
        accept=".json,application/json"
        onChange={(event) => {
          const { currentTarget: input } = event;
          void read(input.files?.[0]).then(() => {
            input.value = '';
          });
        }}
      />
      <label for={`${id}-text`}>{t('profilesFileText')}</label>
      <PasteArea id={`${id}-text`} rows={5} value={text} onText={setText} />
      <div class="row-actions">
        <button type="submit" class="button" disabled={text.trim() === '' || model.busy.value}>
          {t('profilesImport')}
        </button>
        <label class="check">
          <input
            type="checkbox"
            checked={replace}
            onChange={(event) => setReplace(event.currentTarget.checked)}
          />
          {t('profilesReplace')}
        </label>
      </div>
      <div role="status" class="stack">
        {imported?.kind === 'imported' && (
          <Note tone="info" word={t('profilesImported')}>
            {imported.names.join(', ')}
          </Note>
        )}
        {imported?.kind === 'refused' && (
          <>
            <Note tone="error" word={t('profilesRefused')}>
              {t('profilesRefusedFile')}
            </Note>
            <ProfileProblems label={t('profilesProblemsOfFile')} problems={imported.problems} />
          </>
        )}
      </div>
    </form>
  );
}
