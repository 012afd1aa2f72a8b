import type { Driver } from '../../sandbox/driver.ts';
import { OPENID_CLIENTS, OPENID_SECRET } from '../../sandbox/openid/clients.ts';
import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import type { Sandbox } from '../../sandbox/start.ts';

/** The credentials of the sandbox's client, as HTTP Basic. */
export const CLIENT_CREDENTIALS = btoa(`${OPENID_CLIENTS.web}:${OPENID_SECRET}`);

/**
 * Signs in at the OpenID sandbox; gives the fields with which the page exchanges its code.
 * @param address of the tab after the sign-in
 */
export async function signInForCode(
  sandbox: Sandbox,
  driver: Driver,
  address: () => string,
): Promise<Record<string, string>> {
  const scenario = findScenario('openid-code');
  if (scenario === undefined) throw new Error('The scenario is missing.');
  const { redirectUri, codeVerifier = '' } = await runScenario(scenario, sandbox, driver);
  return {
    grant_type: 'authorization_code',
    code: new URL(address()).searchParams.get('code') ?? '',
    redirect_uri: redirectUri,
    code_verifier: codeVerifier,
    client_id: OPENID_CLIENTS.web,
  };
}

/** Script by which the page itself posts a form to the token endpoint, as a single-page application does; gives the status. */
export function tokenRequestScript({ urls }: Sandbox, fields: Readonly<Record<string, string>>): string {
  return `fetch(${JSON.stringify(`${urls.openid}/token`)}, {
    method: 'POST',
    headers: { Authorization: ${JSON.stringify(`Basic ${CLIENT_CREDENTIALS}`)} },
    body: new URLSearchParams(${JSON.stringify(fields)}),
  }).then(async (response) => { await response.text(); return response.status; })`;
}
