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
import { say } from '../../lib/state/say.ts';
import { profilesModelOf } from './profiles-model-of.ts';
import { RefusedProfiles } from './refused-profiles.tsx';

/** All profiles: make, copy, edit, delete, import and export. */
export function ProfilesSection(): JSX.Element {
  const model = profilesModelOf(useServices());
  const [editing, setEditing] = useState<string>();
  const catalogue = useCatalogue();
  const { profiles } = catalogue;
  const own = profiles.filter(({ id }) => originOfProfile(catalogue, id) === 'own');
  const failure = model.failure.value;
  const deleted = model.deleted.value;
  const edit = (profile: Profile | undefined): void => setEditing(profile?.id);
  return (
    <Section title={say('profilesTitle')} class="profiles">
      <p class="muted">{say('profilesAbout')}</p>
      <NewProfile model={model} onMade={edit} />
      <div role="status">
        {failure && (
          <Note tone="error">
            {failure.message} {failure.remedy}
          </Note>
        )}
      </div>
      <RefusedProfiles model={model} />
      <ul class="profile-list" aria-label={say('profilesTitle')}>
        {profiles.map((profile) => (
          <ProfileRow
            key={profile.id}
            model={model}
            profile={profile}
            origin={originOfProfile(catalogue, profile.id)}
            editing={editing === profile.id}
            onEdit={edit}
          />
        ))}
      </ul>
      <details>
        <summary>{say('profilesImportOpen')}</summary>
        <ImportProfiles model={model} />
      </details>
      {own.length > 1 && (
        <details>
          <summary>{say('profilesExportAll')}</summary>
          <ExportProfiles model={model} profiles={own} what={say('profilesAllYours')} />
        </details>
      )}
      <div role="status">
        {deleted && (
          <Toast
            text={say('profilesDeleted', deleted.name)}
            action={{ label: say('wordUndo'), run: () => void model.undoRemove() }}
            onClose={model.forgetDeleted}
          />
        )}
      </div>
    </Section>
  );
}
