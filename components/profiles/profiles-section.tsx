import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { originOfProfile } from '../../lib/providers/catalogue.ts';
import type { Profile } from '../../lib/providers/types.ts';
import { useCatalogue, useServices } from '../app/services.ts';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { Toast } from '../ui/toast.tsx';
import { ExportProfiles } from './export-profiles.tsx';
import { ImportProfiles } from './import-profiles.tsx';
import { NewProfile } from './new-profile.tsx';
import { ProfileRow } from './profile-row.tsx';
import './profiles.css';
import { t } from '../../lib/i18n/t.ts';
import { profilesModelOf } from './profiles-model-of.ts';
import { RefusedProfileList } from './refused-profiles.tsx';

/** All profiles: make, copy, edit, delete, import and export. */
export function ProfilesSection(): JSX.Element {
  const model = profilesModelOf(useServices());
  const [editing, setEditing] = useState<string>();
  const catalogue = useCatalogue();
  const { profiles } = catalogue;
  const own = profiles.filter(({ id }) => originOfProfile(catalogue, id) === 'own');
  const failure = model.failure.value;
  const deleted = model.deleted.value;
  const [saved, setSaved] = useState<string>();
  const edit = (profile: Profile | undefined): void => {
    setEditing(profile?.id);
    setSaved(undefined);
  };
  const stored = (id: string, editsOn: boolean): void => {
    setEditing(editsOn ? id : undefined);
    setSaved(id);
  };
  return (
    <Section title={t('profilesTitle')} class="profiles">
      <p class="muted">{t('profilesAbout')}</p>
      <NewProfile model={model} onMade={({ id }) => stored(id, true)} />
      <div role="status">
        {failure && (
          <Note tone="error">
            {failure.message} {failure.remedy}
          </Note>
        )}
      </div>
      <RefusedProfileList model={model} />
      <ul class="profile-list" aria-label={t('profilesTitle')}>
        {profiles.map((profile) => (
          <ProfileRow
            key={profile.id}
            model={model}
            profile={profile}
            origin={originOfProfile(catalogue, profile.id)}
            editing={editing === profile.id}
            saved={saved === profile.id}
            onEdit={edit}
            onSaved={(id) => stored(id, false)}
          />
        ))}
      </ul>
      <details>
        <summary>{t('profilesImportOpen')}</summary>
        <ImportProfiles model={model} />
      </details>
      {own.length > 1 && (
        <details>
          <summary>{t('profilesExportAll')}</summary>
          <ExportProfiles model={model} profiles={own} what={t('profilesAllYours')} />
        </details>
      )}
      <div role="status">
        {deleted && (
          <Toast
            text={t('profilesDeleted', deleted.name)}
            action={{ label: t('wordUndo'), run: () => void model.undoRemove() }}
            onClose={model.forgetDeleted}
          />
        )}
      </div>
    </Section>
  );
}
