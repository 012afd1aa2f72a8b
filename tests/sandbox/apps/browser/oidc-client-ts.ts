import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { here, offer, readSettings, showResultOf } from './page.ts';

const { issuer, base, clientId } = readSettings();
const manager = new UserManager({
  authority: issuer,
  client_id: clientId,
  redirect_uri: `${base}/callback`,
  popup_redirect_uri: `${base}/callback`,
  silent_redirect_uri: `${base}/silent`,
  post_logout_redirect_uri: `${base}/signed-out`,
  scope: 'openid profile',
  automaticSilentRenew: false,
  monitorSession: false,
  userStore: new WebStorageStateStore({ store: window.localStorage }),
});

const subject = (user: { profile: { sub: string } } | null | undefined): string =>
  user ? `signed in as ${user.profile.sub}` : 'signed in';

switch (here()) {
  case 'callback':
  case 'silent':
    void showResultOf(async () => subject((await manager.signinCallback()) ?? undefined));
    break;
  case 'signed-out':
    void showResultOf(async () => {
      await manager.signoutRedirectCallback();
      return 'signed out';
    });
    break;
  default:
    break;
}

offer({
  redirect: async () => {
    await manager.signinRedirect({ state: { returnTo: '/accounts?page=2' } });
    return undefined;
  },
  popup: async () => subject(await manager.signinPopup()),
  silent: async () => subject(await manager.signinSilent()),
  // Asks for a login in a hidden frame, where nobody sees it, and gives up.
  hidden: async () =>
    subject(await manager.signinSilent({ prompt: 'login', silentRequestTimeoutInSeconds: 1 })),
  logout: async () => {
    await manager.signoutRedirect();
    return undefined;
  },
});
