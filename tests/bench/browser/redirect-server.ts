import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of redirect chains: an authorize request, hops, and a callback. */
export interface RedirectServer {
  /** Authorize URL of a chain of this many redirects that ends at the callback. */
  url(state: string, hops: number): string;
  /** A page without content. */
  readonly driver: string;
  /** When the redirect to each callback was sent, by state; milliseconds since the epoch. */
  readonly arrivals: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/** Starts it on a free loopback port. */
export async function startRedirectServer(): Promise<RedirectServer> {
  const arrivals = new Map<string, number>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const state = url.searchParams.get('state') ?? '';
    if (url.pathname === '/callback' || url.pathname === '/driver') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>done</title>done');
      return;
    }
    const left = Number(url.searchParams.get('left'));
    const location =
      left > 1 ? `/hop?left=${left - 1}&state=${state}` : `/callback?code=code-${state}&state=${state}`;
    if (left <= 1) arrivals.set(state, Date.now());
    response.writeHead(302, { location, 'cache-control': 'no-store' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    arrivals,
    driver: `${origin}/driver`,
    url: (state, hops) =>
      `${origin}/authorize?${new URLSearchParams({
        response_type: 'code',
        client_id: 'bench',
        redirect_uri: `${origin}/callback`,
        state,
        left: String(hops),
      })}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
