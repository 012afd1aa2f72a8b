import type { Inbox } from './client/inbox.ts';
import type { SandboxUrls } from './ports.ts';

/** What every server of the sandbox is built from. */
export interface SandboxContext {
  readonly urls: SandboxUrls;
  readonly inbox: Inbox;
  /** Milliseconds since the epoch; tests move it to see things expire. */
  readonly now: () => number;
}
