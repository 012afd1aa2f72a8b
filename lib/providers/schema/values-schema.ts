import * as v from 'valibot';
import { PROFILE_LIMITS } from '../profile-limits.ts';

/** A name as it stands on the wire or in a list. */
export const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(PROFILE_LIMITS.name));

/** Text for people, or a value. */
export const Text = v.pipe(v.string(), v.maxLength(PROFILE_LIMITS.text));

/** An id: it becomes part of storage keys and of choices. */
export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/));

/** A host or all hosts below it, as a match pattern; never all sites. */
export const HostPattern = v.pipe(
  v.string(),
  v.maxLength(PROFILE_LIMITS.name),
  v.regex(/^(https?|\*):\/\/(\*\.)?[^\s/*?#@]+(:\*)?\/\S*$/),
);

export const Names = v.pipe(v.array(Name), v.maxLength(PROFILE_LIMITS.list));
export const Notes = v.pipe(v.array(Text), v.maxLength(PROFILE_LIMITS.notes));

/** Values by name. */
export const TextByName = v.pipe(v.record(Name, Text), v.maxEntries(PROFILE_LIMITS.members));

/** Whole seconds, up to a century. */
export const Seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(PROFILE_LIMITS.seconds));

/** A number of characters. */
export const Length = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
