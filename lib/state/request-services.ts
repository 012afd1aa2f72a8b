import type { KeyStore } from '../keys/types.ts';
import type { Background } from '../messaging/protocol.ts';
import type { LaunchMemory } from '../providers/launch-memory.ts';
import type { SettingsStore } from '../storage/settings.ts';

/** What launching needs of the world outside. */
export interface RequestServices {
  readonly background: Background;
  readonly settings: SettingsStore;
  readonly keys: KeyStore;
  /** Where PKCE verifiers wait for the exchange; without it they are not kept. */
  readonly launchMemory?: LaunchMemory;
  /** Resolves `ready` when every profile is known; without it only the built-in ones are. */
  readonly profiles?: { readonly followed: { readonly ready: Promise<void> } };
  /** The inspected tab, in the panel. */
  readonly scopeTabId?: number;
  /** Milliseconds since the epoch. */
  now(): number;
}
