/** What the user chose; kept in storage.local. Nothing in it is secret. */
export interface Settings {
  readonly recording: boolean;
  /** When false, a tab's new flow replaces its earlier settled ones in the list. */
  readonly preserve: boolean;
  readonly environments: Readonly<Record<string, EnvironmentChoice>>;
  /** Last values of the Request tab by profile, without anything generated or secret. */
  readonly drafts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly lastProfileId: string;
  /** Width of the list of flows in CSS pixels. */
  readonly listWidth: number;
}

export interface EnvironmentChoice {
  readonly selected: string;
  /** Authorization endpoints that the user typed over the profile's own, by environment id. */
  readonly endpoints: Readonly<Record<string, string>>;
}

export const DEFAULT_SETTINGS: Settings = {
  recording: false,
  preserve: true,
  environments: {},
  drafts: {},
  lastProfileId: 'connectpay',
  listWidth: 340,
};

/** Where settings live: storage.local in the extension, memory in a test. Settings changed elsewhere are told. */
export interface SettingsStore {
  read(): Promise<Settings>;
  /** Writes the given members only and leaves the others as they are. */
  write(change: Partial<Settings>): Promise<void>;
  watch(listener: (settings: Settings) => void): () => void;
}
