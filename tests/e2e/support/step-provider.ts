import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A provider whose authorize request leads over pages and redirects to the callback, which it serves too. */
export interface StepProvider {
  readonly origin: string;
  /** An authorize request that leads over this many redirects to the callback. */
  authorizeUrl(state: string, redirects: number): string;
  /** An authorize request that leads over this many pages, each with a link `#on`, to the callback. */
  pagedUrl(state: string, pages: number): string;
  /** Address of a page with this body. */
  pageUrl(body: string): string;
  stop(): Promise<void>;
}

/**
 * Starts it on a free loopback port: `/authorize` and `/hop` redirect while `left` lasts, then to `/callback` with a code
 * made of the state. `/html` serves the page that its query gives.
 */
export async function startStepProvider(): Promise<StepProvider> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const state = url.searchParams.get('state') ?? '';
    const left = Number(url.searchParams.get('left') ?? 0);
    if (url.pathname === '/authorize' && url.searchParams.has('pages')) {
      const location = `/page?left=${url.searchParams.get('pages')}&state=${state}`;
      response.writeHead(302, { location, 'cache-control': 'no-store' }).end();
      return;
    }
    if (url.pathname === '/authorize' || url.pathname === '/hop') {
      const next = `/hop?left=${left - 1}&state=${encodeURIComponent(state)}`;
      const callback = `/callback?code=${encodeURIComponent(codeOf(state))}&state=${encodeURIComponent(state)}`;
      response.writeHead(302, { location: left > 1 ? next : callback, 'cache-control': 'no-store' }).end();
      return;
    }
    const onward = left > 1 ? `/page?left=${left - 1}&state=${state}` : `/hop?left=1&state=${state}`;
    if (url.pathname === '/page') {
      response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' });
      response.end(`<!doctype html><title>page</title><a id="on" href="${onward}">On</a>`);
      return;
    }
    const body = url.pathname === '/html' ? (url.searchParams.get('body') ?? '') : 'arrived';
    response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' });
    response.end(`<!doctype html><title>${url.pathname.slice(1)}</title>${body}`);
  });
  const origin = await listen(server);
  const authorize = (state: string, more: Readonly<Record<string, string>>): string =>
    `${origin}/authorize?${new URLSearchParams({
      response_type: 'code',
      client_id: 'step-client',
      redirect_uri: `${origin}/callback`,
      state,
      ...more,
    })}`;
  return {
    origin,
    authorizeUrl: (state, redirects) => authorize(state, { left: String(redirects) }),
    pagedUrl: (state, pages) => authorize(state, { pages: String(pages) }),
    pageUrl: (body) => `${origin}/html?body=${encodeURIComponent(body)}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The code that answers a request with this state. */
export function codeOf(state: string): string {
  return `code-of-${state}`;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
