import { randomUUID } from 'node:crypto';
import { FLOW_ID } from '../connectpay/authorize.ts';
import { CONNECTPAY_CLIENT } from '../connectpay/clients.ts';
import type { Driver } from '../driver.ts';
import { withQuery } from '../params.ts';
import type { ExpectedOutcome, Scenario, ScenarioStart, ScenarioTarget } from './scenario.ts';
import { arrive, confirmFactor, logIn } from './steps.ts';

const UUID = /^[0-9a-f-]{36}$/;

/** Makes a ConnectPay authorize request with fresh state and nonce. */
export function connectpayRequest({ urls }: ScenarioTarget, scope = 'psd2-ais psd2-pis'): ScenarioStart {
  const state = randomUUID();
  const nonce = randomUUID();
  const redirectUri = `${urls.client}/callback`;
  const parameters = {
    response_type: 'code',
    client_id: CONNECTPAY_CLIENT.id,
    flowid: FLOW_ID,
    nonce,
    scope,
    state,
    redirect_url: redirectUri,
  };
  return {
    url: withQuery(`${urls.connectpay}/auth/v1/oauth2/authorize`, parameters),
    state,
    nonce,
    redirectUri,
  };
}

/** Signs in, ticks these scopes and grants them. */
async function grant(driver: Driver, scopes: readonly string[]): Promise<void> {
  await logIn(driver);
  await confirmFactor(driver);
  await driver.waitFor('#grant');
  for (const scope of scopes) await driver.click(`input[value="${scope}"]`);
  await driver.click('#grant');
  await arrive(driver);
}

const outcome = (
  status: ExpectedOutcome['status'],
  parameters: ExpectedOutcome['parameters'],
): ExpectedOutcome => ({
  status,
  provider: 'ConnectPay',
  parameters: { ...parameters, state: 'sent state', flowid: FLOW_ID },
});

const common = { provider: 'ConnectPay', channel: 'query' } as const;

/** What can happen at ConnectPay. */
export const connectpayScenarios: readonly Scenario[] = [
  {
    ...common,
    id: 'connectpay-all',
    title: 'Every scope granted',
    description:
      'The ordinary case: a 301, a sign-in with SMS code, and a callback with code, state and flowid.',
    start: async (target) => connectpayRequest(target),
    drive: (driver) => grant(driver, ['psd2-ais', 'psd2-pis']),
    expected: outcome('completed', { code: UUID }),
  },
  {
    ...common,
    id: 'connectpay-some',
    title: 'One of two scopes granted',
    description:
      'The callback looks the same as with all scopes; only the token answer tells what was granted.',
    start: async (target) => connectpayRequest(target),
    drive: (driver) => grant(driver, ['psd2-ais']),
    expected: outcome('completed', { code: UUID }),
  },
  {
    ...common,
    id: 'connectpay-none',
    title: 'Every scope denied',
    description: 'With nothing granted the callback has an error in place of a code.',
    start: async (target) => connectpayRequest(target),
    drive: (driver) => grant(driver, []),
    expected: outcome('failed', { error: 'access_denied' }),
  },
  {
    ...common,
    id: 'connectpay-mixed-scopes',
    title: 'PSD2 and proprietary scopes mixed',
    description: 'ConnectPay refuses to mix the two families and sends an error back at once.',
    start: async (target) => connectpayRequest(target, 'psd2-ais ob-as'),
    drive: arrive,
    expected: outcome('failed', { error: 'invalid_scope' }),
  },
];
