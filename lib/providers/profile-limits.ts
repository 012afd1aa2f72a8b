/** Longest profile file that is read, in UTF-16 units. */
export const MAX_PROFILE_FILE = 1_000_000;

/** Version of the file format that is written, and the newest one that is read. */
export const PROFILE_FILE_VERSION = 1;

/** How deep a file may nest, and how many values it may hold. */
export const MAX_PROFILE_DEPTH = 24;
export const MAX_VALUES = 60_000;

/** Problems that are told at once. */
export const MAX_PROBLEMS = 50;

/** What one profile may hold. */
export const PROFILE_LIMITS = {
  profiles: 100,
  environments: 40,
  parameters: 300,
  steps: 200,
  fields: 200,
  members: 300,
  notes: 100,
  list: 500,
  checks: 40,
  name: 200,
  text: 4_000,
  pattern: 1_000,
  seconds: 3_153_600_000,
} as const;
