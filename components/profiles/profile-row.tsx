import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ProfileOrigin } from '../../lib/providers/catalogue.ts';
import type { Profile } from '../../lib/providers/types.ts';
import type { ProfilesModel } from '../../lib/state/profiles-model.ts';
import { type MessageName, say } from '../../lib/state/say.ts';
import { EditProfile } from './edit-profile.tsx';
import { ExportProfiles } from './export-profiles.tsx';

interface ProfileRowProps {
  readonly model: ProfilesModel;
  readonly profile: Profile;
  readonly origin: ProfileOrigin;
  readonly editing: boolean;
  readonly onEdit: (profile: Profile | undefined) => void;
}

const ORIGINS = {
  'built-in': 'profilesBuiltIn',
  organisation: 'profilesOrganisation',
  own: 'profilesOwn',
} as const satisfies Record<ProfileOrigin, MessageName>;

/** A profile in the list, and what can be done with it. */
export function ProfileRow({ model, profile, origin, editing, onEdit }: ProfileRowProps): JSX.Element {
  const [exporting, setExporting] = useState(false);
  const { name } = profile;
  return (
    <li class="profile-row">
      <div class="profile-head">
        <div class="profile-name">
          <strong>{name}</strong> <span class="muted">{say(ORIGINS[origin])}</span>
          <p class="muted">{profile.summary}</p>
        </div>
        <div class="row-actions">
          {origin === 'own' && (
            <button
              type="button"
              class="button"
              aria-expanded={editing}
              aria-label={say('profilesEdit', name)}
              onClick={() => onEdit(editing ? undefined : profile)}
            >
              {say('wordEdit')}
            </button>
          )}
          <button
            type="button"
            class="button"
            aria-label={say('profilesDuplicateOne', name)}
            onClick={() => void model.duplicate(profile).then((copy) => copy && onEdit(copy))}
          >
            {say('profilesDuplicate')}
          </button>
          {origin !== 'built-in' && (
            <button
              type="button"
              class="button"
              aria-expanded={exporting}
              aria-label={say('profilesExportOne', name)}
              onClick={() => setExporting(!exporting)}
            >
              {say('profilesExport')}
            </button>
          )}
          {origin === 'own' && (
            <button
              type="button"
              class="button"
              aria-label={say('profilesDelete', name)}
              onClick={() => void model.remove(profile)}
            >
              {say('wordDelete')}
            </button>
          )}
        </div>
      </div>
      {exporting && <ExportProfiles model={model} profiles={[profile]} what={name} />}
      {editing && origin === 'own' && (
        <EditProfile model={model} profile={profile} onClose={() => onEdit(undefined)} />
      )}
    </li>
  );
}
