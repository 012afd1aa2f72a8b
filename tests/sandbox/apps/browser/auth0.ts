import { Auth0Client } from '@auth0/auth0-spa-js';
import { here, offer, readSettings, show, showResultOf } from './page.ts';

const { auth0, base, clientId } = readSettings();
const client = new Auth0Client({
  domain: auth0,
  clientId,
  authorizationParams: { redirect_uri: `${base}/callback`, scope: 'openid profile' },
});

const subject = async (): Promise<string> => `signed in as ${(await client.getUser())?.sub ?? 'nobody'}`;

if (here() === 'callback') {
  void showResultOf(async () => {
    await client.handleRedirectCallback();
    return subject();
  });
}

if (here() === 'signed-out') show('signed out');

offer({
  redirect: async () => {
    await client.loginWithRedirect({ appState: { target: '/accounts' } });
    return undefined;
  },
  popup: async () => {
    await client.loginWithPopup();
    return subject();
  },
  silent: async () => {
    await client.getTokenSilently({ cacheMode: 'off' });
    return subject();
  },
  logout: async () => {
    await client.logout({ logoutParams: { returnTo: `${base}/signed-out` } });
    return undefined;
  },
});
