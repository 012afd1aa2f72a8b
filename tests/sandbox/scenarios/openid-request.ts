import { Buffer } from 'node:buffer';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { OPENID_CLIENTS, OPENID_SECRET } from '../openid/clients.ts';
import { withQuery } from '../params.ts';
import { registerSigningKey } from './keys.ts';
import type { ScenarioStart, ScenarioTarget } from './scenario.ts';

/** What a scenario changes of the ordinary request. */
interface Changes {
  /** Path of the client application's callback. */
  readonly path?: string;
  readonly client_id?: string;
  readonly redirect_uri?: string;
  readonly response_type?: string;
  readonly response_mode?: string;
}

interface Prepared extends Omit<ScenarioStart, 'url'> {
  readonly parameters: Record<string, string>;
}

function prepare({ urls }: ScenarioTarget, { path = '/callback', ...changes }: Changes): Prepared {
  const redirectUri = changes.redirect_uri ?? urls.client + path;
  const state = randomUUID();
  const nonce = randomUUID();
  const codeVerifier = randomBytes(32).toString('base64url');
  const parameters = {
    client_id: OPENID_CLIENTS.web,
    response_type: 'code',
    scope: 'openid profile email',
    // Without this a second run in the same browser would skip both pages.
    prompt: 'login consent',
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
    redirect_uri: redirectUri,
    state,
    nonce,
  };
  return { parameters, state, nonce, redirectUri, codeVerifier };
}

/** An authorize request with every parameter in the query. */
export async function openidRequest(target: ScenarioTarget, changes: Changes): Promise<ScenarioStart> {
  const { parameters, ...started } = prepare(target, changes);
  return { ...started, url: withQuery(`${target.urls.openid}/auth`, parameters) };
}

/** A request pushed to the provider; the browser carries its handle (RFC 9126). */
export async function pushedRequest(target: ScenarioTarget): Promise<ScenarioStart> {
  const { parameters, ...started } = prepare(target, { path: '/cb/par' });
  const credentials = Buffer.from(`${OPENID_CLIENTS.web}:${OPENID_SECRET}`).toString('base64');
  const answer = await fetch(`${target.urls.openid}/request`, {
    method: 'POST',
    headers: { Authorization: `Basic ${credentials}` },
    body: new URLSearchParams(parameters),
  });
  const { request_uri } = (await answer.json()) as { request_uri?: string };
  if (request_uri === undefined) throw new Error(`Pushing the request failed with status ${answer.status}.`);
  const url = withQuery(`${target.urls.openid}/auth`, { client_id: OPENID_CLIENTS.web, request_uri });
  return { ...started, url };
}

/** A request inside a signed request object (RFC 9101). */
export async function signedRequest(target: ScenarioTarget): Promise<ScenarioStart> {
  const client_id = OPENID_CLIENTS.jar;
  const { parameters, ...started } = prepare(target, { path: '/cb/jar', client_id });
  const { kid, privateKey } = await registerSigningKey(target.urls.openid, client_id);
  const request = await new SignJWT(parameters)
    .setProtectedHeader({ alg: 'PS256', kid, typ: 'oauth-authz-req+jwt' })
    .setIssuer(client_id)
    .setAudience(target.urls.openid)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(privateKey);
  return { ...started, url: withQuery(`${target.urls.openid}/auth`, { client_id, request }) };
}
