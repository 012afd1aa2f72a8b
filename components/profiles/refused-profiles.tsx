import type { JSX } from 'preact';
import type { ProfilesModel } from '../../lib/state/profiles-model.ts';
import { say } from '../../lib/state/say.ts';
import { Note } from '../ui/note.tsx';
import { ProfileProblems } from './profile-problems.tsx';

/** What is stored or shipped by the organisation and cannot be used, with the reason. */
export function RefusedProfiles({ model }: { readonly model: ProfilesModel }): JSX.Element | null {
  if (model.refused.value.length === 0) return null;
  return (
    <div class="stack">
      {model.refused.value.map(({ id, problems }) => (
        <div class="stack" key={id ?? ''}>
          <Note tone="error" word={say('profilesLeftOut')}>
            {id === undefined ? say('profilesOrganisationUnusable') : say('profilesStoredUnusable', id)}{' '}
            {id !== undefined && (
              <button type="button" class="button" onClick={() => void model.removeRefused(id)}>
                {say('profilesDelete', id)}
              </button>
            )}
          </Note>
          <ProfileProblems
            label={id === undefined ? say('profilesProblemsOfOrganisation') : say('profilesProblemsOf', id)}
            problems={problems}
          />
        </div>
      ))}
    </div>
  );
}
