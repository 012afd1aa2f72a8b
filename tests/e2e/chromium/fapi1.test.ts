import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { OPENID_CLIENTS } from '../../sandbox/openid/clients.ts';
import { registerSigningKey } from '../../sandbox/scenarios/keys.ts';
import type { ScenarioStart } from '../../sandbox/scenarios/scenario.ts';
import { logIn, press } from '../../sandbox/scenarios/steps.ts';
import type { Sandbox } from '../../sandbox/start.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { findFlow } from '../support/evaluate-request.ts';
import { FindingsView } from '../support/findings-view.ts';
import { expect, test } from '../support/fixtures.ts';

const CLIENT_ID = OPENID_CLIENTS.fapi;

/** A request as FAPI 1.0 Advanced wants it: everything in an object signed with PS256, the rest repeated outside. */
async function fapiRequest({ urls }: Sandbox, type: string, mode?: string): Promise<ScenarioStart> {
  const { kid, privateKey } = await registerSigningKey(urls.openid, CLIENT_ID);
  const codeVerifier = randomBytes(32).toString('base64url');
  const state = randomBytes(24).toString('base64url');
  const nonce = randomUUID();
  const redirectUri = `${urls.client}/callback`;
  const outside = { client_id: CLIENT_ID, response_type: type, scope: 'openid' };
  const now = Math.floor(Date.now() / 1000);
  const request = await new SignJWT({
    ...outside,
    ...(mode === undefined ? {} : { response_mode: mode }),
    redirect_uri: redirectUri,
    state,
    nonce,
    prompt: 'login consent',
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
    jti: randomUUID(),
  })
    .setProtectedHeader({ alg: 'PS256', kid, typ: 'oauth-authz-req+jwt' })
    .setIssuer(CLIENT_ID)
    .setAudience(urls.openid)
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + 300)
    .sign(privateKey);
  const url = `${urls.openid}/auth?${new URLSearchParams({ ...outside, request })}`;
  return { url, state, nonce, redirectUri, codeVerifier };
}

for (const { type, mode, token } of [
  { type: 'code id_token', mode: undefined, token: 'id_token' },
  { type: 'code', mode: 'jwt', token: 'response token' },
]) {
  test(`a conforming FAPI 1.0 Advanced flow (${mode ?? type}) has no error, and its ${token} verifies`, async ({
    sandbox,
    extension,
    background,
    workbench,
  }) => {
    const start = await fapiRequest(sandbox, type, mode);
    const driver = playwrightDriver(extension.tab);
    await driver.goto(start.url);
    await logIn(driver);
    await press(driver, '#continue');
    const { flow } = await findFlow(background, start);
    expect(flow.callback?.response.channel).toBe(mode === undefined ? 'fragment' : 'query.jwt');

    await workbench.page.bringToFront();
    await workbench.flow.getByRole('button', { name: `Verify the ${token}` }).click();
    await expect(workbench.flow.getByRole('status', { name: `Signature of the ${token}` })).toHaveText(
      /^Verified with the keys of/,
    );
    const findings = new FindingsView(workbench);
    await findings.open();
    await findings.evaluateAs('FAPI 1.0 Advanced');
    expect(await findings.errors()).toEqual([]);
  });
}
