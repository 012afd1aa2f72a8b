import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PortName } from './ports.ts';

/** The scenarios with huge answers put a megabyte into a request line; Node's default is 16 KiB. */
const MAX_HEADER_BYTES = 4 * 1024 * 1024;

/** A server that holds its port already and gets its handler once every port is known. */
export interface Listening {
  readonly port: number;
  serve(handler: RequestListener): void;
  close(): Promise<void>;
}

/** The port a sandbox server wanted belongs to another program. */
export class PortTakenError extends Error {
  readonly code = 'port_taken';

  constructor(
    readonly server: PortName,
    readonly port: number,
    cause: unknown,
  ) {
    super(
      `Port ${port}, wanted by the ${server} sandbox, is already in use. Stop the program that ` +
        `uses it, or choose another port: npm run sandbox -- --port ${server}=<number>, or ` +
        `startSandbox({ ports: { ${server}: 0 } }) for any free one.`,
      { cause },
    );
    this.name = 'PortTakenError';
  }
}

/** Takes a loopback port (0 = any free one) and answers 503 until `serve` is called. */
export function listen(name: PortName, port: number): Promise<Listening> {
  let handler: RequestListener = (_request, response) => {
    response.writeHead(503).end('The sandbox is starting.');
  };
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, (request, response) =>
    handler(request, response),
  );
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(cause.code === 'EADDRINUSE' ? new PortTakenError(name, port, cause) : cause);
    });
    server.listen(port, '127.0.0.1', () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        serve: (next) => {
          handler = next;
        },
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** Finds a port on which nothing listens, by taking it and letting it go. */
export async function reserveDeadPort(name: PortName, port: number): Promise<number> {
  const taken = await listen(name, port);
  await taken.close();
  return taken.port;
}
