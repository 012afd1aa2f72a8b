import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ProfileOrigin } from '../../lib/providers/catalogue.ts';
import type { Profile } from '../../lib/providers/types.ts';
import type { ProfilesModel } from '../../lib/state/profiles-model.ts';
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
  'built-in': 'Built in',
  organisation: 'From your organisation',
  own: 'Yours',
} as const satisfies Record<ProfileOrigin, string>;

/** A profile in the list, and what can be done with it. */
export function ProfileRow({ model, profile, origin, editing, onEdit }: ProfileRowProps): JSX.Element {
  const [exporting, setExporting] = useState(false);
  const { name } = profile;
  return (
    <li class="profile-row">
      <div class="profile-head">
        <div class="profile-name">
          <strong>{name}</strong> <span class="muted">{ORIGINS[origin]}</span>
          <p class="muted">{profile.summary}</p>
        </div>
        <div class="row-actions">
          {origin === 'own' && (
            <button
              type="button"
              class="button"
              aria-expanded={editing}
              aria-label={`Edit ${name}`}
              onClick={() => onEdit(editing ? undefined : profile)}
            >
              Edit
            </button>
          )}
          <button
            type="button"
            class="button"
            aria-label={`Duplicate ${name}`}
            onClick={() => void model.duplicate(profile).then((copy) => copy && onEdit(copy))}
          >
            Duplicate
          </button>
          {origin !== 'built-in' && (
            <button
              type="button"
              class="button"
              aria-expanded={exporting}
              aria-label={`Export ${name}`}
              onClick={() => setExporting(!exporting)}
            >
              Export
            </button>
          )}
          {origin === 'own' && (
            <button
              type="button"
              class="button"
              aria-label={`Delete ${name}`}
              onClick={() => void model.remove(profile)}
            >
              Delete
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
