import * as v from 'valibot';

/**
 * What the schemas of stored and imported data are made of. The message of each says what a value should have been, so that
 * the reason why an entry was set aside is a sentence: `hops[2].url is not a text`.
 */

/** Longest text that is taken from outside, in UTF-16 units. */
export const MAX_STORED_TEXT = 8_000_000;

/** Entries of a list or members of an object that are taken from outside. */
export const MAX_STORED_ITEMS = 20_000;

/** The last moment that a date can hold, in milliseconds since the epoch. */
const LAST_MOMENT = 8.64e15;

export const PlainText = v.pipe(
  v.string('a text'),
  v.maxLength(MAX_STORED_TEXT, `a text of at most ${MAX_STORED_TEXT} characters`),
);

export const Finite = v.pipe(v.number('a number'), v.finite('a number'));

/** Milliseconds since the epoch. */
export const Moment = v.pipe(Finite, v.minValue(0, 'a date'), v.maxValue(LAST_MOMENT, 'a date'));

export const Flag = v.boolean('true or false');

/** Present or absent, never false. */
export const Present = v.literal(true, 'true');

/** One of these texts. */
export const oneOf = <const T extends readonly string[]>(texts: T) =>
  v.picklist(texts, `one of ${texts.join(', ')}`);

/** A list, each item of one shape. */
export const listOf = <const T extends v.GenericSchema>(item: T) =>
  v.pipe(
    v.array(item, 'a list'),
    v.maxLength(MAX_STORED_ITEMS, `a list of at most ${MAX_STORED_ITEMS}`),
    v.readonly(),
  );

/** An object with these members; others are left out. */
export const shape = <const T extends v.ObjectEntries>(entries: T) =>
  v.pipe(v.object(entries, 'an object'), v.readonly());

/** An object whose members are of one shape, by any name but those of a prototype. */
export const byName = <const T extends v.GenericSchema>(member: T) =>
  v.pipe(
    v.record(v.string(), member, 'an object'),
    v.maxEntries(MAX_STORED_ITEMS, `an object of at most ${MAX_STORED_ITEMS} members`),
    v.readonly(),
  );
