import { type GenericSchema, safeParse } from 'valibot';
import { checkProfileValues } from './check-profile-values.ts';
import { describeValue } from './describe-value.ts';
import { guardJson } from './guard-json.ts';
import { problemsOf } from './profile-issues.ts';
import { MAX_PROBLEMS, MAX_PROFILE_FILE, PROFILE_FILE_VERSION } from './profile-limits.ts';
import { type Checked, type ProfileProblem, pointerTo } from './profile-problem.ts';
import { quote } from './quote.ts';
import { PROFILES } from './registry.ts';
import { ProfileFileSchema, ProfileSchema } from './schema/profile-schema.ts';
import type { Profile } from './types.ts';

/**
 * Checks a parsed profile: shape, bounds, and what the shape cannot say. Gives the profile itself, or every problem up to
 * {@link MAX_PROBLEMS}. Never throws.
 */
export function validateProfile(value: unknown): Checked<Profile> {
  const guarded = guardJson(value);
  if (guarded) return { ok: false, problems: [guarded] };
  const shaped = checkShape(ProfileSchema, value);
  if (!shaped.ok) return shaped;
  const problems = [...takenId(shaped.value.id), ...checkProfileValues(shaped.value)];
  return problems.length === 0 ? shaped : { ok: false, problems };
}

/** Reads the text of a profile file. Refuses it whole when anything in it is wrong. Never throws. */
export function readProfileFile(text: string): Checked<readonly Profile[]> {
  if (text.length > MAX_PROFILE_FILE) {
    return refuse(
      'too-large',
      `at most ${MAX_PROFILE_FILE} characters`,
      'more',
      'Split the file into several.',
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('not-json', 'JSON', 'something else', 'Export a profile to see the format.');
  }
  return validateProfileFile(value);
}

/** Checks a parsed profile file, as {@link readProfileFile} does. */
export function validateProfileFile(value: unknown): Checked<readonly Profile[]> {
  const guarded = guardJson(value);
  if (guarded) return { ok: false, problems: [guarded] };
  const version =
    typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  if (typeof version === 'number' && version > PROFILE_FILE_VERSION) {
    const expected = `version ${PROFILE_FILE_VERSION}, the newest that this Grantscope reads`;
    return refuse(
      'newer-version',
      expected,
      `version ${version}`,
      'Update Grantscope, then import it again.',
      '/version',
    );
  }
  const shaped = checkShape(ProfileFileSchema, value);
  if (!shaped.ok) return shaped;
  const { profiles } = shaped.value;
  const problems = profiles.flatMap((profile, index) => {
    const twice = profiles.findIndex(({ id }) => id === profile.id) < index;
    const own = [...(twice ? [repeatedId(profile.id)] : takenId(profile.id)), ...checkProfileValues(profile)];
    return own.map((problem) => ({ ...problem, pointer: `/profiles/${index}${problem.pointer}` }));
  });
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MAX_PROBLEMS) };
  return { ok: true, value: profiles };
}

function checkShape<T>(schema: GenericSchema<unknown, T>, value: unknown): Checked<T> {
  const parsed = safeParse(schema, value);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.issues) };
  const problems = listsForObjects(value, parsed.output, []);
  return problems.length === 0 ? { ok: true, value: parsed.output } : { ok: false, problems };
}

/** Lists where objects should be: the schema's library takes an empty list for an object without members. */
function listsForObjects(
  given: unknown,
  made: unknown,
  path: readonly (string | number)[],
): readonly ProfileProblem[] {
  if (typeof made !== 'object' || made === null) return [];
  if (Array.isArray(given) && !Array.isArray(made)) {
    const pointer = pointerTo(path);
    const remedy = 'Write { } instead of [ ].';
    return [{ code: 'wrong-type', pointer, expected: 'an object', found: describeValue(given), remedy }];
  }
  const members = Object.entries(given as Readonly<Record<string, unknown>>);
  return members.flatMap(([name, value]) =>
    listsForObjects(value, (made as Readonly<Record<string, unknown>>)[name], [...path, name]),
  );
}

function takenId(id: string): readonly ProfileProblem[] {
  if (!PROFILES.some((profile) => profile.id === id)) return [];
  const expected = 'an id that no built-in profile has';
  return [{ code: 'id-taken', pointer: '/id', expected, found: quote(id), remedy: 'Choose another id.' }];
}

function repeatedId(id: string): ProfileProblem {
  const expected = 'an id that stands here once';
  return {
    code: 'repeated',
    pointer: '/id',
    expected,
    found: `${quote(id)} again`,
    remedy: 'Choose another id.',
  };
}

function refuse(code: string, expected: string, found: string, remedy: string, pointer = ''): Checked<never> {
  return { ok: false, problems: [{ code, pointer, expected, found, remedy }] };
}
