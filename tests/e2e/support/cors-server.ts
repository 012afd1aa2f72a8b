import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a token endpoint treats a page of another origin; each is a path. */
export type CorsMode = 'missing' | 'wrong' | 'header' | 'refused' | 'redirected';

/** A token endpoint for each mode, on localhost. */
export interface CorsServer {
  url(mode: CorsMode): string;
  close(): Promise<void>;
}

export async function startCorsServer(): Promise<CorsServer> {
  const server = createServer((request, response) => {
    const { origin = '' } = request.headers;
    const mode = (request.url ?? '').split('/').at(-1) as CorsMode;
    if (request.method === 'OPTIONS') preflight(mode, origin, response);
    else {
      response.writeHead(200, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        ...allowed(mode, origin),
      });
      response.end('{"access_token":"at","token_type":"Bearer","expires_in":60}');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (mode) => `http://localhost:${port}/token/${mode}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function preflight(mode: CorsMode, origin: string, response: ServerResponse): void {
  const headers = { 'access-control-allow-origin': origin };
  if (mode === 'refused') response.writeHead(403).end();
  else if (mode === 'redirected') response.writeHead(302, { ...headers, location: '/elsewhere' }).end();
  else if (mode === 'header') response.writeHead(204, headers).end();
  else response.writeHead(204, { ...headers, 'access-control-allow-headers': 'authorization' }).end();
}

function allowed(mode: CorsMode, origin: string): Readonly<Record<string, string>> {
  if (mode === 'missing') return {};
  if (mode === 'wrong') return { 'access-control-allow-origin': 'https://other.example' };
  return { 'access-control-allow-origin': origin };
}
