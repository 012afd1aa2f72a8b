import type { Hono } from 'hono';
import { exportJWK, generateKeyPair } from 'jose';
import * as oidc from 'openid-client';
import type { SandboxContext } from '../../context.ts';
import { OPENID_SECRET } from '../../openid/clients.ts';
import { resultPage } from '../page.ts';
import { appPath, SERVER_CLIENT, SERVER_VARIANTS, type ServerVariant } from '../settings.ts';
import { Pending } from './pending.ts';

interface Attempt {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

const KID = 'openid-client-app';
const PATH = appPath('openid-client');

/** Adds the server application made with openid-client: one address for each way in which it signs in. */
export function mountOpenidClient(app: Hono, { urls }: SandboxContext): void {
  const pending = new Pending<Attempt>('gs_app_openid_client');
  let key: Promise<CryptoKey> | undefined;

  for (const variant of SERVER_VARIANTS) {
    const base = `${PATH}/${variant}`;

    app.get(base, async (c) => {
      const config = await configure(urls.openid, variant);
      const attempt = {
        verifier: oidc.randomPKCECodeVerifier(),
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
      };
      pending.keep(c, attempt);
      const parameters = {
        redirect_uri: `${urls.client}${base}/callback`,
        scope: 'openid profile',
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        state: attempt.state,
        nonce: attempt.nonce,
      };
      switch (variant) {
        case 'par':
          return c.redirect((await oidc.buildAuthorizationUrlWithPAR(config, parameters)).href);
        case 'jar': {
          key ??= registerKey(urls.openid);
          const signing = { key: await key, kid: KID };
          return c.redirect((await oidc.buildAuthorizationUrlWithJAR(config, parameters, signing)).href);
        }
        case 'hybrid':
          return c.redirect(
            oidc.buildAuthorizationUrl(config, { ...parameters, response_mode: 'form_post' }).href,
          );
        default:
          return c.redirect(oidc.buildAuthorizationUrl(config, parameters).href);
      }
    });

    app.on(['GET', 'POST'], `${base}/callback`, async (c) => {
      const attempt = pending.take(c);
      if (!attempt) return c.html(resultPage('openid-client', 'failed: no sign-in is under way'), 400);
      const { verifier, state, nonce } = attempt;
      try {
        const tokens = await oidc.authorizationCodeGrant(await configure(urls.openid, variant), c.req.raw, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
        });
        return c.html(resultPage('openid-client', `signed in as ${tokens.claims()?.sub}`));
      } catch (error) {
        return c.html(resultPage('openid-client', `failed: ${String(error)}`), 400);
      }
    });
  }

  app.get(`${PATH}/logout`, async (c) => {
    const config = await configure(urls.openid, 'code');
    const parameters = {
      post_logout_redirect_uri: `${urls.client}${PATH}/signed-out`,
      state: oidc.randomState(),
    };
    return c.redirect(oidc.buildEndSessionUrl(config, parameters).href);
  });

  app.get(`${PATH}/signed-out`, (c) => c.html(resultPage('openid-client', 'signed out')));
}

/** The library's configuration for one way of signing in. */
async function configure(issuer: string, variant: ServerVariant): Promise<oidc.Configuration> {
  const config = await oidc.discovery(
    new URL(issuer),
    SERVER_CLIENT,
    { client_secret: OPENID_SECRET },
    oidc.ClientSecretBasic(OPENID_SECRET),
    { execute: [oidc.allowInsecureRequests] },
  );
  if (variant === 'jarm') oidc.useJwtResponseMode(config);
  if (variant === 'hybrid') oidc.useCodeIdTokenResponseType(config);
  return config;
}

/** Makes the key that signs request objects and registers its public half. */
async function registerKey(issuer: string): Promise<CryptoKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: KID, use: 'sig', alg: 'ES256' };
  const address = `${issuer}/sandbox/jwks?client_id=${SERVER_CLIENT}`;
  const answer = await fetch(address, { method: 'PUT', body: JSON.stringify({ keys: [jwk] }) });
  if (!answer.ok) throw new Error(`The key was not registered: ${await answer.text()}`);
  return privateKey;
}
