import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A provider with a login form; what it gives and asks for is chosen by the test. */
export interface CanaryProvider {
  readonly origin: string;
  /** An authorize request that leads to the form. */
  authorizeUrl(state: string, clientId: string): string;
  stop(): Promise<void>;
}

/** Starts it on a free loopback port: `/authorize` leads to `/login`, and its form with a password to `/callback` with this code. */
export async function startCanaryProvider(codeOf: (state: string) => string): Promise<CanaryProvider> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const state = url.searchParams.get('state') ?? '';
    const page = (body: string): void => {
      response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' });
      response.end(`<!doctype html><title>${url.pathname}</title>${body}`);
    };
    if (url.pathname === '/authorize') {
      response.writeHead(302, { location: `/login?state=${state}` }).end();
    } else if (url.pathname === '/login' && request.method === 'POST') {
      response.writeHead(302, { location: `/callback?code=${codeOf(state)}&state=${state}` }).end();
    } else if (url.pathname === '/login') {
      page(
        '<form method="post"><input name="user"><input name="password" type="password"><button>Go</button></form>',
      );
    } else page('arrived');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    authorizeUrl: (state, clientId) =>
      `${origin}/authorize?${new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: `${origin}/callback`,
        state,
      })}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
