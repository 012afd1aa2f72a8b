import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { secretsOf } from '../../lib/providers/profile-secrets.ts';
import type { Profile } from '../../lib/providers/types.ts';
import type { ProfilesModel } from '../../lib/state/profiles/profiles-model.ts';
import { CopyTextButton } from '../keys/copy-text-button.tsx';
import { Note } from '../ui/note.tsx';
import { saveFile } from './save-file.ts';

interface ExportProfilesProps {
  readonly model: ProfilesModel;
  readonly profiles: readonly Profile[];
  /** What is exported, for the names of the buttons. */
  readonly what: string;
}

/** Gives profiles as a file or as text; secrets only when they are asked for. */
export function ExportProfiles({ model, profiles, what }: ExportProfilesProps): JSX.Element {
  const [secrets, setSecrets] = useState(false);
  const carried = [...new Set(profiles.flatMap(secretsOf))];
  const shown = carried.slice(0, 5).join(', ');
  const text = (): string => model.exportFile(profiles, secrets);
  const name = profiles.length === 1 ? (profiles[0]?.id ?? 'profile') : 'profiles';
  return (
    <div class="stack profile-export">
      {carried.length > 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={secrets}
            onChange={(event) => setSecrets(event.currentTarget.checked)}
          />
          {t('profilesExportWith', shown)}
        </label>
      )}
      {secrets && (
        <Note tone="warning" word={t('profilesSecrets')}>
          {t('profilesSecretsWarning')}
        </Note>
      )}
      <div class="row-actions">
        <CopyTextButton
          label={t('profilesCopyJson')}
          name={t('profilesCopyJsonOf', what)}
          text={async () => text()}
        />
        <button
          type="button"
          class="button"
          aria-label={t('profilesSaveFileOf', what)}
          onClick={() => saveFile(`${name}.grantscope.json`, text())}
        >
          {t('profilesSaveFile')}
        </button>
        {carried.length > 0 && !secrets && <span class="muted">{t('profilesExportWithout', shown)}</span>}
      </div>
    </div>
  );
}
