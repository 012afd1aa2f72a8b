/** When observations count: while a panel or the workbench is open, always, or never. */
export const RECORDING_MODES = ['while-open', 'always', 'off'] as const;

export type RecordingMode = (typeof RECORDING_MODES)[number];

/** What the user chose; kept in storage.local, the drafts encrypted. Nothing in it is secret. */
export interface Settings {
  readonly recording: RecordingMode;
  /** When false, a tab's new flow replaces its earlier settled ones in the list. */
  readonly preserve: boolean;
  /** Whether flows are kept on disk when the browser closes. */
  readonly history: boolean;
  /** Minutes without use after which a history with a passphrase locks; 0 for never. */
  readonly lockAfter: number;
  readonly environments: Readonly<Record<string, EnvironmentChoice>>;
  /** Last values of the Request tab by profile, without anything generated or secret. */
  readonly drafts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly lastProfileId: string;
  /** The profile of the Steps tab; empty when none was chosen there. */
  readonly stepsProfileId: string;
  /** Base URLs that the user typed over the profile's own, by `profile/environment`, then by name. */
  readonly bases: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Width of the list of flows in CSS pixels. */
  readonly listWidth: number;
  readonly flowColumns: FlowColumnsChoice;
  /** Id of the format of the last export. */
  readonly exportFormat: string;
  /** Ids of rules whose findings are not shown, by profile. */
  readonly silenced: Readonly<Record<string, readonly string[]>>;
}

/** How the list of flows is sorted and which of its columns are shown; columns by their ids, widths in CSS pixels. */
export interface FlowColumnsChoice {
  readonly sort: string;
  readonly descending: boolean;
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
}

export interface EnvironmentChoice {
  readonly selected: string;
  /** Authorization endpoints that the user typed over the profile's own, by environment id. */
  readonly endpoints: Readonly<Record<string, string>>;
}

export const DEFAULT_SETTINGS: Settings = {
  recording: 'while-open',
  preserve: true,
  history: false,
  lockAfter: 0,
  environments: {},
  drafts: {},
  lastProfileId: 'connectpay',
  stepsProfileId: '',
  bases: {},
  listWidth: 340,
  exportFormat: 'session',
  flowColumns: { sort: 'start', descending: true, hidden: [], widths: {} },
  silenced: {},
};

/** Where settings live: storage.local in the extension, memory in a test. Settings changed elsewhere are told. */
export interface SettingsStore {
  read(): Promise<Settings>;
  /** Writes the given members only and leaves the others as they are. */
  write(change: Partial<Settings>): Promise<void>;
  watch(listener: (settings: Settings) => void): () => void;
}
