import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import type { ProfileOrigin } from '../../lib/providers/catalogue.ts';
import type { Profile } from '../../lib/providers/types.ts';
import type { ProfilesModel } from '../../lib/state/profiles/profiles-model.ts';
import { EditProfile } from './edit-profile.tsx';
import { ExportProfiles } from './export-profiles.tsx';
import { ProfileSaved } from './profile-saved.tsx';

interface ProfileRowProps {
  readonly model: ProfilesModel;
  readonly profile: Profile;
  readonly origin: ProfileOrigin;
  readonly editing: boolean;
  /** It was stored just now. */
  readonly saved: boolean;
  readonly onEdit: (profile: Profile | undefined) => void;
  /** Told of the id under which it was stored. */
  readonly onSaved: (id: string) => void;
}

const ORIGINS = {
  'built-in': 'profilesBuiltIn',
  organisation: 'profilesOrganisation',
  own: 'profilesOwn',
} as const satisfies Record<ProfileOrigin, MessageName>;

/** A profile in the list, and what can be done with it. */
export function ProfileRow(props: ProfileRowProps): JSX.Element {
  const { model, profile, origin, editing, saved, onEdit, onSaved } = props;
  const [exporting, setExporting] = useState(false);
  const { name } = profile;
  return (
    <li class="profile-row">
      <div class="profile-head">
        <div class="profile-name">
          <strong>{name}</strong> <span class="muted">{t(ORIGINS[origin])}</span>
          <p class="muted">{profile.summary}</p>
        </div>
        <div class="row-actions">
          {origin === 'own' && (
            <button
              type="button"
              class="button"
              aria-expanded={editing}
              aria-label={t('profilesEdit', name)}
              onClick={() => onEdit(editing ? undefined : profile)}
            >
              {t('wordEdit')}
            </button>
          )}
          <button
            type="button"
            class="button"
            aria-label={t('profilesDuplicateOne', name)}
            onClick={() => void model.duplicate(profile).then((copy) => copy && onEdit(copy))}
          >
            {t('profilesDuplicate')}
          </button>
          {origin !== 'built-in' && (
            <button
              type="button"
              class="button"
              aria-expanded={exporting}
              aria-label={t('profilesExportOne', name)}
              onClick={() => setExporting(!exporting)}
            >
              {t('profilesExport')}
            </button>
          )}
          {origin === 'own' && (
            <button
              type="button"
              class="button"
              aria-label={t('profilesDelete', name)}
              onClick={() => void model.remove(profile)}
            >
              {t('wordDelete')}
            </button>
          )}
        </div>
      </div>
      <div role="status">{saved && <ProfileSaved profile={profile} />}</div>
      {exporting && <ExportProfiles model={model} profiles={[profile]} what={name} />}
      {editing && origin === 'own' && (
        <EditProfile model={model} profile={profile} onSaved={onSaved} onClose={() => onEdit(undefined)} />
      )}
    </li>
  );
}
