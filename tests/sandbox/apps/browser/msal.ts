import { PublicClientApplication } from '@azure/msal-browser';
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';
import { here, offer, readSettings, show, showResultOf } from './page.ts';

const { issuer, base, clientId } = readSettings();
/** The library takes only https as an authority; where it sends the browser follows from the metadata that it is given. */
const authority = 'https://login.sandbox.example/';
const client = new PublicClientApplication({
  auth: {
    clientId,
    authority,
    knownAuthorities: ['login.sandbox.example'],
    authorityMetadata: JSON.stringify({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      end_session_endpoint: `${issuer}/session/end`,
      jwks_uri: `${issuer}/jwks`,
    }),
    redirectUri: `${base}/callback`,
    postLogoutRedirectUri: `${base}/signed-out`,
  },
  system: { protocolMode: 'OIDC' },
  cache: { cacheLocation: 'localStorage' },
});
const scopes = ['openid', 'profile'];
const silentUri = `${base}/silent`;

if (here() === 'silent') void broadcastResponseToMainFrame();
else {
  void showResultOf(async () => {
    await client.initialize();
    const result = await client.handleRedirectPromise();
    return result ? `signed in as ${result.idTokenClaims && subjectOf(result.idTokenClaims)}` : undefined;
  });
}

function subjectOf(claims: object): string {
  return 'sub' in claims ? String(claims.sub) : 'nobody';
}

if (here() === 'signed-out') show('signed out');

offer({
  redirect: async () => {
    await client.loginRedirect({ scopes });
    return undefined;
  },
  popup: async () => {
    const result = await client.loginPopup({ scopes, redirectUri: silentUri });
    return `signed in as ${subjectOf(result.idTokenClaims)}`;
  },
  silent: async () => {
    const result = await client.ssoSilent({ scopes, redirectUri: silentUri });
    return `signed in as ${subjectOf(result.idTokenClaims)}`;
  },
  logout: async () => {
    const [account] = client.getAllAccounts();
    await client.logoutRedirect(account?.idToken ? { account, idTokenHint: account.idToken } : {});
    return undefined;
  },
});
