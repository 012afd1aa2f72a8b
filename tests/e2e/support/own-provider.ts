import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Profile } from '../../../lib/providers/types.ts';
import { SAMPLE } from '../../unit/profiles/sample-profile.ts';

/** A provider that calls every parameter otherwise than OAuth does, and no built-in profile knows. */
export interface OwnProvider {
  /** The profile that says what its names mean. */
  readonly profile: Profile;
  /**
   * Its request for a sign-in.
   * @param answer `query` redirects, `form` posts; `forged` redirects with another state than was sent
   */
  signInUrl(redirectUri: string, state: string, answer: 'query' | 'form' | 'forged'): string;
  stop(): Promise<void>;
}

/** The code with which it answers. */
export const OWN_CODE = 'own-code-7f3a9c1e5d';

/** Starts it on a free loopback port. */
export async function startOwnProvider(): Promise<OwnProvider> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname !== '/connect') return response.writeHead(404).end();
    const returnTo = searchParams.get('returnTo') ?? '';
    const answer = searchParams.get('how');
    const ticket = answer === 'forged' ? 'another-ticket-0d9b7e42' : (searchParams.get('ticket') ?? '');
    const values = { authCode: OWN_CODE, ticket };
    if (answer !== 'form')
      return response.writeHead(302, { Location: `${returnTo}?${new URLSearchParams(values)}` }).end();
    const fields = Object.entries(values).map(
      ([name, value]) => `<input type="hidden" name="${name}" value="${value}">`,
    );
    return response
      .writeHead(200, { 'Content-Type': 'text/html' })
      .end(
        `<form method="post" action="${returnTo}">${fields.join('')}</form><script>document.forms[0].submit()</script>`,
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}/connect`;
  const [live] = SAMPLE.environments;
  return {
    profile: {
      ...SAMPLE,
      environments: [{ ...live, authorizationEndpoint: endpoint, issuer: `http://127.0.0.1:${port}` }],
      aliases: {
        app: 'client_id',
        want: 'response_type',
        returnTo: 'redirect_uri',
        ticket: 'state',
        authCode: 'code',
      },
      callback: { success: ['authCode', 'ticket'], failure: ['error'], codeLifetime: 60 },
    },
    signInUrl: (returnTo, ticket, how) =>
      `${endpoint}?${new URLSearchParams({ app: 'web', want: 'code', returnTo, ticket, how })}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
