import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import type { ProfilesModel } from '../../lib/state/profiles/profiles-model.ts';
import { Note } from '../ui/note.tsx';
import { ProfileProblems } from './profile-problems.tsx';

/** What is stored or shipped by the organisation and cannot be used, with the reason. */
export function RefusedProfileList({ model }: { readonly model: ProfilesModel }): JSX.Element | null {
  if (model.refused.value.length === 0) return null;
  return (
    <div class="stack">
      {model.refused.value.map(({ id, problems }) => (
        <div class="stack" key={id ?? ''}>
          <Note tone="error" word={t('profilesLeftOut')}>
            {id === undefined ? t('profilesOrganisationUnusable') : t('profilesStoredUnusable', id)}{' '}
            {id !== undefined && (
              <button type="button" class="button" onClick={() => void model.removeRefused(id)}>
                {t('profilesDelete', id)}
              </button>
            )}
          </Note>
          <ProfileProblems
            label={id === undefined ? t('profilesProblemsOfOrganisation') : t('profilesProblemsOf', id)}
            problems={problems}
          />
        </div>
      ))}
    </div>
  );
}
