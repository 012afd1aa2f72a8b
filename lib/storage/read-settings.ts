import {
  array,
  boolean,
  finite,
  type GenericSchema,
  maxValue,
  minValue,
  number,
  object,
  picklist,
  pipe,
  record,
  safeParse,
  string,
  transform,
  union,
} from 'valibot';
import { DEFAULT_SETTINGS, RECORDING_MODES, type RecordingMode, type Settings } from './settings.ts';

const texts = record(string(), string());
const width = pipe(number(), finite(), minValue(0), maxValue(10_000));

/** Recording was on or off before it had three modes. */
const modeOfSwitch = (on: boolean): RecordingMode => (on ? 'always' : 'off');

/** What may be stored of a member, by this version or one before it. */
type Stored<K extends keyof Settings> = K extends 'recording' ? RecordingMode | boolean : Settings[K];

/** What each member has to be; the type says the same. */
const MEMBERS: { readonly [K in keyof Settings]: GenericSchema<Stored<K>, Settings[K]> } = {
  recording: union([picklist(RECORDING_MODES), pipe(boolean(), transform(modeOfSwitch))]),
  preserve: boolean(),
  history: boolean(),
  lockAfter: pipe(number(), finite(), minValue(0), maxValue(1_440)),
  environments: record(string(), object({ selected: string(), endpoints: texts })),
  drafts: record(string(), texts),
  lastProfileId: string(),
  stepsProfileId: string(),
  bases: record(string(), texts),
  listWidth: width,
  exportFormat: string(),
  flowColumns: object({
    sort: string(),
    descending: boolean(),
    hidden: array(string()),
    widths: record(string(), width),
  }),
  silenced: record(string(), array(string())),
};

/** The names of all settings. */
export const SETTING_NAMES = Object.keys(DEFAULT_SETTINGS) as readonly (keyof Settings)[];

/** Settings as they were stored, and which of them are of no use. */
export interface ReadSettings {
  readonly settings: Settings;
  /** Members whose stored value is not of their shape; they have their default. */
  readonly unreadable: readonly (keyof Settings)[];
}

/** Reads members of any shape: one that is not of its own has its default. Never throws. */
export function readSettings(stored: Readonly<Record<string, unknown>>): ReadSettings {
  const unreadable: (keyof Settings)[] = [];
  const read = SETTING_NAMES.flatMap((name) => {
    const value = stored[name];
    if (value === undefined) return [];
    const result = safeParse(MEMBERS[name] as GenericSchema, value);
    if (result.success) return [[name, result.output] as const];
    unreadable.push(name);
    return [];
  });
  return { settings: { ...DEFAULT_SETTINGS, ...Object.fromEntries(read) }, unreadable };
}
