import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Env, Hono } from 'hono';
import { broker } from './broker/broker.ts';
import { client } from './client/client.ts';
import { Inbox } from './client/inbox.ts';
import { connectpay } from './connectpay/connectpay.ts';
import type { ObpOptions, SandboxContext } from './context.ts';
import { finapiAccess } from './finapi/access.ts';
import { finapiProcess } from './finapi/process-controller.ts';
import { FinapiTokens } from './finapi/tokens.ts';
import { FinapiUsers } from './finapi/users.ts';
import { home } from './home/home.ts';
import { lab } from './lab/lab.ts';
import { leatherback } from './leatherback/leatherback.ts';
import { type Listening, listen, reserveDeadPort } from './listen.ts';
import { obp } from './obp/obp.ts';
import { ProviderLog } from './openid/provider-log.ts';
import {
  DEFAULT_PORTS,
  PORT_NAMES,
  type SandboxPorts,
  type SandboxUrls,
  type ServerName,
  urlsOf,
} from './ports.ts';

export { PortTakenError } from './listen.ts';
export { DEFAULT_PORTS, type SandboxPorts, type SandboxUrls, type ServerName } from './ports.ts';

/** What can be chosen about a sandbox. */
export interface SandboxOptions {
  /** Ports that differ from the defaults; 0 takes any free one. */
  readonly ports?: Partial<SandboxPorts>;
  /** The servers to start; all of them unless given. */
  readonly servers?: readonly ServerName[];
  /** The clock by which codes, tokens and request objects expire, in milliseconds. */
  readonly now?: () => number;
  /** How the Open Bank Project server is set up. */
  readonly obp?: ObpOptions;
}

/** A running sandbox. */
export interface Sandbox {
  readonly ports: Readonly<SandboxPorts>;
  /** Origins without a trailing slash. */
  readonly urls: Readonly<SandboxUrls>;
  /** What reached the client application: webhooks and callbacks. */
  readonly inbox: Inbox;
  /** What its OpenID providers did. */
  readonly providerLog: ProviderLog;
  /** Closes every server and its connections. */
  stop(): Promise<void>;
}

/** Every port 0: what tests want, so that they can run beside each other. */
export const EPHEMERAL_PORTS: Readonly<SandboxPorts> = Object.fromEntries(
  PORT_NAMES.map((name) => [name, 0]),
) as SandboxPorts;

const onNode = <E extends Env>(app: Hono<E>): RequestListener => getRequestListener(app.fetch);

const SERVERS: Readonly<Record<ServerName, (context: SandboxContext) => Promise<RequestListener>>> = {
  start: async (context) => onNode(home(context)),
  connectpay: async (context) => onNode(connectpay(context)),
  leatherback: async (context) => onNode(leatherback(context)),
  // oidc-provider is large and warns on import: load it for those who want it.
  openid: async (context) => (await import('./openid/openid.ts')).openid(context),
  finapi: async (context) => onNode(finapiAccess(context)),
  obp: async (context) => onNode(obp(context)),
  broker: async (context) => onNode(broker(context)),
  lab: async (context) => onNode(await lab(context)),
  finapiProcess: async (context) => onNode(finapiProcess(context)),
  vendors: async (context) => (await import('./vendors/vendors.ts')).vendors(context),
  client: async (context) => onNode(client(context)),
};

/** All servers, in the order in which they are started and printed. */
export const SERVER_NAMES = Object.keys(SERVERS) as readonly ServerName[];

/** Starts the sandbox on loopback. Ports are taken first, so that every server knows all the others. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const ports: SandboxPorts = { ...DEFAULT_PORTS, ...options.ports };
  const servers = new Map<ServerName, Listening>();
  const stop = async (): Promise<void> => {
    await Promise.all([...servers.values()].map((server) => server.close()));
  };
  try {
    for (const name of options.servers ?? SERVER_NAMES) {
      const server = await listen(name, ports[name]);
      servers.set(name, server);
      ports[name] = server.port;
    }
    ports.down = await reserveDeadPort('down', ports.down);
    const urls = urlsOf(ports);
    const inbox = new Inbox();
    const providerLog = new ProviderLog();
    const now = options.now ?? Date.now;
    const finapi = { users: new FinapiUsers(), tokens: new FinapiTokens(now) };
    const context: SandboxContext = { urls, inbox, providerLog, now, finapi, obp: options.obp ?? {} };
    for (const [name, server] of servers) server.serve(await SERVERS[name](context));
    return { ports, urls, inbox, providerLog, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
