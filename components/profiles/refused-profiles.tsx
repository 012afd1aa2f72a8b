import type { JSX } from 'preact';
import type { ProfilesModel } from '../../lib/state/profiles-model.ts';
import { Note } from '../ui/note.tsx';
import { ProfileProblems } from './profile-problems.tsx';

/** What is stored or shipped by the organisation and cannot be used, with the reason. */
export function RefusedProfiles({ model }: { readonly model: ProfilesModel }): JSX.Element | null {
  if (model.refused.value.length === 0) return null;
  return (
    <div class="stack">
      {model.refused.value.map(({ id, problems }) => (
        <div class="stack" key={id ?? ''}>
          <Note tone="error" word="Left out">
            {id === undefined
              ? 'The profiles that your organisation ships cannot be used. Show this to your administrator.'
              : `The stored profile ${id} cannot be used.`}{' '}
            {id !== undefined && (
              <button type="button" class="button" onClick={() => void model.removeRefused(id)}>
                Delete {id}
              </button>
            )}
          </Note>
          <ProfileProblems
            label={`Problems of ${id ?? 'your organisation’s profiles'}`}
            problems={problems}
          />
        </div>
      ))}
    </div>
  );
}
