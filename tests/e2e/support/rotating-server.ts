import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A token endpoint that replaces its refresh token with each use and refuses one that was replaced. */
export interface RotatingServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts it on a free port of localhost; it lets pages of every origin call it. */
export async function startRotatingServer(): Promise<RotatingServer> {
  let issued = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      const form = new URLSearchParams(body);
      const isFresh =
        form.get('grant_type') !== 'refresh_token' || form.get('refresh_token') === tokenOf(issued);
      if (isFresh) issued += 1;
      const answer = isFresh
        ? {
            access_token: `at-${issued}`,
            token_type: 'Bearer',
            expires_in: 60,
            refresh_token: tokenOf(issued),
          }
        : { error: 'invalid_grant' };
      response
        .writeHead(isFresh ? 200 : 400, {
          'content-type': 'application/json',
          'cache-control': 'no-store',
          'access-control-allow-origin': request.headers.origin ?? '*',
        })
        .end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/token`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Refresh token by its number, the first one that is given out being 1. */
export function tokenOf(number: number): string {
  return `refresh-token-of-the-sandbox-${number}`;
}
