import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A provider whose last redirect waits until it is let go. */
export interface GatedProvider {
  /** An authorize request that will be answered with this code. */
  authorizeUrl(parameters: { redirectUri: string; state: string; code: string }): string;
  /** Resolves when a browser waits at the gate. */
  readonly waiting: Promise<void>;
  letGo(): void;
  stop(): Promise<void>;
}

/** Starts it on a free loopback port: `/authorize` redirects to `/gate`, and `/gate`, once let go, to the callback. */
export async function startGatedProvider(): Promise<GatedProvider> {
  const arrived = deferred();
  const gate = deferred();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const redirect = (location: string): void => {
      response.writeHead(302, { Location: location }).end();
    };
    if (url.pathname === '/authorize') {
      const answer = new URLSearchParams({
        code: url.searchParams.get('login_hint') ?? '',
        state: url.searchParams.get('state') ?? '',
      });
      return redirect(`/gate?to=${encodeURIComponent(`${url.searchParams.get('redirect_uri')}?${answer}`)}`);
    }
    if (url.pathname !== '/gate') return response.writeHead(404).end();
    arrived.resolve();
    await gate.promise;
    return redirect(url.searchParams.get('to') ?? '/');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    waiting: arrived.promise,
    letGo: () => gate.resolve(),
    authorizeUrl: ({ redirectUri, state, code }) =>
      `http://127.0.0.1:${port}/authorize?${new URLSearchParams({
        response_type: 'code',
        client_id: 'gated-client',
        scope: 'accounts',
        redirect_uri: redirectUri,
        state,
        login_hint: code,
      })}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
