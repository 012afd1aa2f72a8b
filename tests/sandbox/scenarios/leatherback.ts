import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { LEATHERBACK_CLIENT } from '../leatherback/clients.ts';
import { DEMO_CONSENT_ID } from '../leatherback/consents.ts';
import { withQuery } from '../params.ts';
import { registerSigningKey } from './keys.ts';
import type { Scenario, ScenarioStart, ScenarioTarget } from './scenario.ts';
import { arrive, confirmFactor, logIn, press } from './steps.ts';

/** Registers a fresh key and signs a request object with it. */
async function leatherbackRequest({ urls }: ScenarioTarget): Promise<ScenarioStart> {
  const { kid, privateKey } = await registerSigningKey(urls.leatherback, LEATHERBACK_CLIENT.id);
  const redirectUri = `${urls.client}/callback`;
  const request = await new SignJWT({
    response_type: 'code id_token',
    client_id: LEATHERBACK_CLIENT.id,
    redirect_uri: redirectUri,
    scope: 'accounts',
    claims: { id_token: { openbanking_intent_id: { value: DEMO_CONSENT_ID } } },
  })
    .setProtectedHeader({ alg: 'PS256', kid })
    .sign(privateKey);
  const state = randomUUID();
  return { url: withQuery(`${urls.leatherback}/`, { request, state }), state, redirectUri };
}

const common = { provider: 'Leatherback', channel: 'query', start: leatherbackRequest } as const;

/** What can happen at Leatherback. */
export const leatherbackScenarios: readonly Scenario[] = [
  {
    ...common,
    id: 'leatherback-granted',
    title: 'Access granted',
    description: 'A PS256 request object, two factors, and authorizationCode by redirect and by webhook.',
    drive: async (driver) => {
      await logIn(driver);
      await confirmFactor(driver);
      await press(driver, '#grant');
      await arrive(driver);
    },
    expected: {
      status: 'completed',
      provider: 'Leatherback',
      parameters: { authorizationCode: /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/, state: 'sent state' },
    },
  },
  {
    ...common,
    id: 'leatherback-denied',
    title: 'Access denied',
    description: 'The person presses Deny; the callback has an error and no webhook is sent.',
    drive: async (driver) => {
      await logIn(driver);
      await confirmFactor(driver);
      await press(driver, '#deny');
      await arrive(driver);
    },
    expected: {
      status: 'failed',
      provider: 'Leatherback',
      parameters: { error: 'access_denied', state: 'sent state' },
    },
  },
];
