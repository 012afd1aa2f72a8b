import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { SELF_SIGNED } from './self-signed.ts';

/** A server on a free loopback port. */
export interface OddServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Redirects every call to this address with HTTP 307, which keeps method and body. */
export function startRedirecting(location: string): Promise<OddServer> {
  return started(createServer((_, response) => response.writeHead(307, { location }).end()));
}

/** Answers every call with JSON, and allows no page to read it. */
export function startClosed(): Promise<OddServer> {
  return started(
    createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"access_token":"unread"}'),
    ),
  );
}

/** Speaks https with a certificate that it issued itself. */
export function startSelfSigned(): Promise<OddServer> {
  return started(createSecureServer(SELF_SIGNED, (_, response) => response.end('{}')));
}

async function started(server: Server): Promise<OddServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
