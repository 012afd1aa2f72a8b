import Keycloak from 'keycloak-js';
import { here, offer, readSettings, show, showResultOf } from './page.ts';

const { keycloak: url, base, clientId } = readSettings();
const client = new Keycloak({ url, realm: 'sandbox', clientId });

const subject = (): string =>
  client.authenticated
    ? `signed in as ${client.tokenParsed?.sub ?? client.idTokenParsed?.sub}`
    : 'not signed in';

if (here() === 'silent') parent.postMessage(location.href, location.origin);
else if (here() === 'callback') {
  void showResultOf(async () => {
    await client.init({ checkLoginIframe: false });
    return subject();
  });
}

if (here() === 'signed-out') show('signed out');

offer({
  redirect: async () => {
    await client.init({ checkLoginIframe: false });
    await client.login({ redirectUri: `${base}/callback` });
    return undefined;
  },
  silent: () => checkSession(false),
  session: () => checkSession(true),
  logout: async () => {
    await checkSession(false);
    await client.logout({ redirectUri: `${base}/signed-out` });
    return undefined;
  },
});

/** Asks in hidden frames whether somebody is signed in, first by the frame of Keycloak's own when `framed`. */
async function checkSession(framed: boolean): Promise<string> {
  await client.init({
    onLoad: 'check-sso',
    silentCheckSsoRedirectUri: `${base}/silent`,
    silentCheckSsoFallback: false,
    checkLoginIframe: framed,
  });
  return subject();
}
