import * as oauth from 'oauth4webapi';
import { here, offer, readSettings, showResultOf } from './page.ts';

const { issuer, base, clientId } = readSettings();
const client: oauth.Client = { client_id: clientId };
const insecure = { [oauth.allowInsecureRequests]: true };
const redirectUri = `${base}/callback`;
const PENDING = 'oauth4webapi.pending';

async function discover(): Promise<oauth.AuthorizationServer> {
  const url = new URL(issuer);
  return oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, insecure));
}

async function signIn(): Promise<undefined> {
  const server = await discover();
  const pending = {
    verifier: oauth.generateRandomCodeVerifier(),
    nonce: oauth.generateRandomNonce(),
    state: oauth.generateRandomState(),
  };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const url = new URL(server.authorization_endpoint ?? '');
  url.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid profile',
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
    state: pending.state,
    nonce: pending.nonce,
  }).toString();
  location.assign(url);
}

async function complete(): Promise<string> {
  const server = await discover();
  const { verifier, nonce, state } = JSON.parse(sessionStorage.getItem(PENDING) ?? '{}');
  const parameters = oauth.validateAuthResponse(server, client, new URL(location.href), state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirectUri,
    verifier,
    insecure,
  );
  const result = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  return `signed in as ${oauth.getValidatedIdTokenClaims(result)?.sub}`;
}

if (here() === 'callback') void showResultOf(complete);
offer({ redirect: signIn });
