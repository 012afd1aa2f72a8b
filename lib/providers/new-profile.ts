import { familyOf } from './catalogue.ts';
import { oauth } from './oauth.ts';
import type { Profile } from './types.ts';

/** An id made of a name that no profile has yet. */
export function freeId(name: string, taken: Iterable<string>): string {
  const known = new Set(taken);
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const base =
    letters
      .replace(/^-+/, '')
      .slice(0, 50)
      .replace(/(?<!-)-+$/, '') || 'profile';
  let id = base;
  for (let count = 2; known.has(id); count++) id = `${base}-${count}`;
  return id;
}

/** A profile to begin with: the parameters of OAuth 2.0, one environment, no address yet. */
export function blankProfile(name: string, taken: Iterable<string>): Profile {
  return {
    ...structuredClone<Profile>(oauth),
    id: freeId(name, taken),
    name,
    summary: 'An OAuth 2.0 authorization server.',
    environments: [{ id: 'main', name: 'Main', authorizationEndpoint: '', hosts: [], defaults: {} }],
    recognise: { hosts: [], parameters: [] },
    notes: [],
  };
}

/**
 * A copy under an id and a name of its own, evaluated by the same rules. What recognises flows of unknown hosts stays
 * with the original.
 */
export function duplicateProfile(profile: Profile, taken: Iterable<string>): Profile {
  const name = `Copy of ${profile.name}`.slice(0, 200);
  return { ...structuredClone(profile), id: freeId(name, taken), family: familyOf(profile), name };
}
