import type { ExportWriter } from '../../browser/export-writer.ts';
import type { StorageScan, Wanted } from '../../flow/app-storage/storage-scan.ts';
import type { KeyStore } from '../../keys/types.ts';
import type { Background } from '../../messaging/protocol.ts';
import type { LaunchMemory } from '../../providers/launch-memory.ts';
import type { EvaluationChoices } from '../../storage/evaluation-choices.ts';
import type { SettingsStore } from '../../storage/settings.ts';
import type { StepMemory } from '../../storage/step-values.ts';
import type { ProfilesContext } from '../profiles/profiles-model.ts';
import type { RequestMonitor } from '../shared/http-call.ts';
import type { AppTab } from './app-tabs.ts';

/** Which hosts Grantscope may see. */
export interface AccessState {
  readonly allSites: boolean;
  /** Match patterns. */
  readonly origins: readonly string[];
}

/** Host access: what is granted, and how to ask for more. `request` must be called from the user's click. */
interface AccessService {
  state(): Promise<AccessState>;
  /** Gives whether the user agreed. */
  request(origins: readonly string[]): Promise<boolean>;
  revoke(origins: readonly string[]): Promise<boolean>;
  /** URL of the page in the active tab, or undefined when it has none that could be granted. */
  currentSite(): Promise<string | undefined>;
  watch(listener: () => void): () => void;
  /** True where the browser lets no page like this one ask: `request` and `revoke` then open the workbench, and give false. */
  readonly elsewhere?: true;
}

/** Where the interface runs. */
export type Surface = 'panel' | 'workbench' | 'popup' | 'hold';

/** A keyboard shortcut of the extension; its keys are empty when the browser gave it none. */
export interface Shortcut {
  readonly description: string;
  readonly keys: string;
}

type Theme = 'light' | 'dark';

/** Everything a component may use of the world outside; in the extension it is the browser, in a test it is memory. */
export interface Services {
  readonly background: Background;
  readonly settings: SettingsStore;
  /** By what flows are evaluated where the user chose so. */
  readonly evaluationChoices: EvaluationChoices;
  readonly keys: KeyStore;
  /** Where PKCE verifiers of launched requests wait for the exchange. */
  readonly launchMemory: LaunchMemory;
  /** What the Steps tab keeps. */
  readonly stepMemory: StepMemory;
  /** What the browser's network tells of a request of ours, where this page may watch. */
  watchNetwork(url: string): RequestMonitor | undefined;
  /** False when the browser says that it is offline. */
  isOnline(): boolean;
  /** Profiles beside the built-in ones, where they are kept and how they are checked. */
  readonly profiles: ProfilesContext;
  readonly access: AccessService;
  readonly surface: Surface;
  /** The inspected tab, in the panel. */
  readonly scopeTabId?: number;
  /** DevTools' own theme; absent where the system's preference counts. */
  readonly theme?: Theme;
  /** Copies verbatim text; rejects when the browser refuses. */
  clipboard(text: string): Promise<void>;
  /** Looks for values of a flow in the storage of the inspected page, in the panel; undefined where it cannot be asked. */
  readonly inspectStorage?: (wanted: Wanted) => Promise<StorageScan | undefined>;
  /** The tab to begin with. */
  readonly initialTab?: AppTab;
  /** Id of the flow to begin with. */
  readonly initialFlow?: string;
  /** Match patterns that another page of ours wants to be asked for here. */
  readonly wantedAccess?: readonly string[];
  /** Tells the theme whenever the user changes it; absent where the system's preference counts. */
  readonly watchTheme?: (listener: (theme: Theme) => void) => void;
  /** Opens the workbench in a tab of the browser, on one of its own tabs. */
  openWorkbench(tab?: AppTab): void;
  /** The keyboard shortcuts, as the user may have changed them. */
  shortcuts(): Promise<readonly Shortcut[]>;
  /** Starts what writes one export while the page goes on. */
  startExport(): ExportWriter;
  /** The extension's version. */
  readonly version: string;
  /** Milliseconds since the epoch. */
  now(): number;
}
