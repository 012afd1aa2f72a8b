import type { ReadonlySignal } from '@preact/signals';
import type { KeyStore } from '../../keys/types.ts';
import type { Background } from '../../messaging/protocol.ts';
import type { Catalogue } from '../../providers/catalogue.ts';
import type { LaunchMemory } from '../../providers/launch-memory.ts';
import type { SettingsStore } from '../../storage/settings.ts';

/** What launching needs of the world outside. */
export interface RequestServices {
  readonly background: Background;
  readonly settings: SettingsStore;
  readonly keys: KeyStore;
  /** Where PKCE verifiers wait for the exchange; without it they are not kept. */
  readonly launchMemory?: LaunchMemory;
  /** The profiles; `followed.ready` resolves when every one is known. */
  readonly profiles: {
    readonly catalogue: ReadonlySignal<Catalogue>;
    readonly followed: { readonly ready: Promise<void> };
  };
  /** The inspected tab, in the panel. */
  readonly scopeTabId?: number;
  /** Milliseconds since the epoch. */
  now(): number;
}
