/** Where each server listens unless told otherwise. Nothing ever listens on `down`. */
export const DEFAULT_PORTS = {
  start: 4600,
  connectpay: 4601,
  leatherback: 4602,
  openid: 4603,
  finapi: 4604,
  obp: 4605,
  broker: 4606,
  lab: 4607,
  finapiProcess: 4608,
  vendors: 4609,
  client: 4610,
  down: 4611,
} as const;

/** Every port of the sandbox, the one where nothing listens included. */
export type PortName = keyof typeof DEFAULT_PORTS;

/** The servers that can be started. */
export type ServerName = Exclude<PortName, 'down'>;

/** One TCP port per name; 0 asks the system for a free one. */
export type SandboxPorts = Record<PortName, number>;

/** One origin per name, without a trailing slash. */
export type SandboxUrls = Record<PortName, string>;

/** All names, in the order in which they are started and printed. */
export const PORT_NAMES = Object.keys(DEFAULT_PORTS) as readonly PortName[];

/** The loopback origin of each port. */
export function urlsOf(ports: SandboxPorts): SandboxUrls {
  const entries = PORT_NAMES.map((name) => [name, `http://127.0.0.1:${ports[name]}`] as const);
  return Object.fromEntries(entries) as SandboxUrls;
}
