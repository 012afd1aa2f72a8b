import type { Inbox } from './client/inbox.ts';
import type { FinapiTokens } from './finapi/tokens.ts';
import type { FinapiUsers } from './finapi/users.ts';
import type { ProviderLog } from './openid/provider-log.ts';
import type { SandboxUrls } from './ports.ts';

/** How the Open Bank Project server is set up; all of it can be changed while it runs. */
export interface ObpOptions {
  /** True takes encrypted DAuth tokens instead of signed ones. */
  readonly useSsl?: boolean;
}

/** What every server of the sandbox is built from. */
export interface SandboxContext {
  readonly urls: SandboxUrls;
  readonly inbox: Inbox;
  readonly providerLog: ProviderLog;
  readonly obp: ObpOptions;
  /** What the two servers of finAPI share: the Process Controller makes users and tokens of Access. */
  readonly finapi: { readonly users: FinapiUsers; readonly tokens: FinapiTokens };
  /** Milliseconds since the epoch; tests move it to see things expire. */
  readonly now: () => number;
}
