import { randomBytes } from 'node:crypto';
import { html } from 'hono/html';
import { exportJWK, generateKeyPair, type JSONWebKeySet } from 'jose';
import type { Configuration } from 'oidc-provider';
import { facts } from '../page.ts';
import { OPENID_CLIENTS, RESPONSE_TYPES } from './clients.ts';
import { providerMarkup, providerPage } from './pages.ts';
import type { OpenidStorage } from './storage.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Everything oidc-provider is told: all features on, pages of our own, plain http on loopback. */
export async function openidConfiguration(storage: OpenidStorage): Promise<Configuration> {
  const signing = ['RS256', 'PS256', 'ES256'];
  return {
    adapter: (model) => storage.adapter(model),
    claims: {
      openid: ['sub'],
      profile: ['name', 'given_name', 'family_name'],
      email: ['email', 'email_verified'],
    },
    clientBasedCORS: () => true,
    // Cookies ignore ports, so the names must not meet those of another provider on this host.
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: { session: 'gs_session', interaction: 'gs_interaction', resume: 'gs_interaction_resume' },
    },
    enabledJWA: {
      idTokenSigningAlgValues: signing,
      requestObjectSigningAlgValues: signing,
      authorizationSigningAlgValues: signing,
      userinfoSigningAlgValues: signing,
    },
    features: {
      claimsParameter: { enabled: true },
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      deviceFlow: { enabled: true, ...DEVICE_PAGES },
      fapi: {
        enabled: true,
        profile: (_ctx: unknown, client?: { readonly clientId: string }) =>
          client?.clientId === OPENID_CLIENTS.fapi ? '1.0 Final' : undefined,
      },
      introspection: { enabled: true, allowedPolicy: async () => true },
      jwtResponseModes: { enabled: true },
      pushedAuthorizationRequests: { enabled: true },
      requestObjects: { enabled: true },
      revocation: { enabled: true, allowedPolicy: async () => true },
      rpInitiatedLogout: { enabled: true, ...LOGOUT_PAGES },
      userinfo: { enabled: true },
    },
    findAccount: async (_ctx, id) => ({ accountId: id, claims: async () => demoClaims(id) }),
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    jwks: await generateKeys(),
    pkce: { required: (_ctx, client) => client.clientAuthMethod === 'none' },
    renderError: async (ctx, out) => {
      ctx.type = 'html';
      ctx.body = await providerPage('The authorization request was refused', facts(Object.entries(out)));
    },
    responseTypes: RESPONSE_TYPES,
    scopes: ['openid', 'profile', 'email', 'offline_access'],
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: MINUTE,
      ClientCredentials: 10 * MINUTE,
      DeviceCode: 10 * MINUTE,
      Grant: 14 * DAY,
      IdToken: HOUR,
      Interaction: HOUR,
      RefreshToken: 14 * DAY,
      Session: DAY,
    },
  };
}

const demoClaims = (sub: string): Record<string, unknown> => ({
  sub,
  name: 'Jane Doe',
  given_name: 'Jane',
  family_name: 'Doe',
  email: 'jane.doe@example.com',
  email_verified: true,
});

async function generateKeys(): Promise<JSONWebKeySet> {
  const make = async (alg: 'RS256' | 'ES256', kid: string): Promise<JSONWebKeySet['keys'][number]> => {
    const { privateKey } = await generateKeyPair(alg, { extractable: true });
    return { ...(await exportJWK(privateKey)), kid, use: 'sig' };
  };
  return { keys: [await make('RS256', 'sandbox-rsa'), await make('ES256', 'sandbox-ec')] };
}

interface PageContext {
  body: unknown;
}

const DEVICE_PAGES = {
  userCodeInputSource: async (ctx: PageContext, form: string, _out?: unknown, error?: Error) => {
    const message =
      error === undefined
        ? ''
        : html`<p role="alert" id="message">This code is unknown, expired or used.</p>`;
    const labelled = form.replace(
      'type="text"',
      'type="text" id="user-code" aria-label="Code shown on your device"',
    );
    const body = html`${message}${providerMarkup(labelled)}<div class="buttons">
<button id="continue" form="op.deviceInputForm">Continue</button></div>`;
    ctx.body = await providerPage('Connect a device', body);
  },
  userCodeConfirmSource: async (
    ctx: PageContext,
    form: string,
    client: { clientId: string },
    _device: unknown,
    userCode: string,
  ) => {
    const body = html`${facts([
      ['application', client.clientId],
      ['code', userCode],
    ])}${providerMarkup(form)}<div class="buttons">
<button id="continue" form="op.deviceConfirmForm">Continue</button>
<button id="cancel" class="second" form="op.deviceConfirmForm" name="abort" value="yes">Cancel</button></div>`;
    ctx.body = await providerPage('Connect this device?', body);
  },
  successSource: async (ctx: PageContext) => {
    ctx.body = await providerPage('The device is connected', html`<p>Go back to your device.</p>`);
  },
};

const LOGOUT_PAGES = {
  logoutSource: async (ctx: PageContext, form: string) => {
    const body = html`${providerMarkup(form)}<div class="buttons">
<button id="continue" form="op.logoutForm" name="logout" value="yes">Log out</button></div>`;
    ctx.body = await providerPage('Log out?', body);
  },
  postLogoutSuccessSource: async (ctx: PageContext) => {
    ctx.body = await providerPage('You are logged out', html`<p>You can close this page.</p>`);
  },
};
