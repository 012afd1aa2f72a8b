import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGzip } from 'node:zlib';

/** A server on a free loopback port that answers badly. */
export interface HostileServer {
  readonly url: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  /** Comes true when the first bytes of `/drip` are on their way. */
  readonly dripping: Promise<void>;
  /** Comes true when the client has closed `/endless`. */
  readonly closed: Promise<void>;
  stop(): Promise<void>;
}

/** Bytes to which the compressed answer unfolds. */
export const UNFOLDED = 300_000_000;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const JSON_TYPE = { 'content-type': 'application/json' };

/** Starts it. Compresses {@link UNFOLDED} zeros once. */
export async function startHostileServer(): Promise<HostileServer> {
  const bomb = await compressed();
  const asked: string[] = [];
  let started = (): void => undefined;
  let ended = (): void => undefined;
  const dripping = new Promise<void>((resolve) => {
    started = resolve;
  });
  const closed = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const handlers: Readonly<Record<string, Handler>> = {
    '/json': (_, response) => response.writeHead(200, JSON_TYPE).end('{"keys":[]}'),
    '/list': (_, response) => response.writeHead(200, JSON_TYPE).end('[1]'),
    '/page': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>'),
    '/empty': (_, response) => response.writeHead(200).end(),
    '/gone': (_, response) => response.writeHead(404).end('not here'),
    '/bomb': (_, response) => response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(bomb),
    '/away': (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/elsewhere' }).end(),
    '/aside': (_, response) => response.writeHead(307, { location: '/json' }).end(),
    '/endless': (_, response) => {
      response.writeHead(200, JSON_TYPE);
      const chunk = Buffer.alloc(65_536, 0x20);
      const more = (): void => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more).on('close', ended);
      more();
    },
    '/drip': (_, response) => response.writeHead(200, JSON_TYPE).write('{', () => started()),
  };
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    (handlers[request.url ?? ''] ?? handlers['/gone'])?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    dripping,
    closed,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function compressed(): Promise<Buffer> {
  const gzip = createGzip({ level: 9 });
  const parts: Buffer[] = [];
  const done = new Promise<void>((resolve) =>
    gzip.on('data', (part: Buffer) => parts.push(part)).on('end', resolve),
  );
  const zeros = Buffer.alloc(5_000_000);
  for (let written = 0; written < UNFOLDED; written += zeros.length) {
    if (!gzip.write(zeros)) await new Promise((resolve) => gzip.once('drain', resolve));
  }
  gzip.end();
  await done;
  return Buffer.concat(parts);
}
