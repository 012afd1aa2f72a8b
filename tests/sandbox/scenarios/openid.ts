import type { Driver } from '../driver.ts';
import { NATIVE_REDIRECT_URI, OPENID_CLIENTS } from '../openid/clients.ts';
import { openidRequest, pushedRequest, signedRequest } from './openid-request.ts';
import type { ExpectedOutcome, Scenario, ScenarioChannel } from './scenario.ts';
import { arrive, logIn, press } from './steps.ts';

async function signIn(driver: Driver): Promise<void> {
  await logIn(driver);
  await press(driver, '#continue');
}

async function signInAndArrive(driver: Driver): Promise<void> {
  await signIn(driver);
  await arrive(driver);
}

const JWS = /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/;

const ISSUER = /^http:\/\/127\.0\.0\.1:\d+$/;

const completed = (extra: ExpectedOutcome['parameters'] = {}): ExpectedOutcome => ({
  status: 'completed',
  provider: 'OpenID',
  parameters: { code: 'present', state: 'sent state', ...extra },
});

const common = {
  provider: 'OpenID',
  channel: 'query',
  drive: signInAndArrive,
  expected: completed({ iss: ISSUER }),
} as const;

const modeScenario = (mode: string, channel: ScenarioChannel, description: string): Scenario => ({
  ...common,
  id: `openid-${mode.replace('.', '-')}`,
  title: `Response mode ${mode}`,
  description,
  channel,
  start: (target) => openidRequest(target, { path: '/callback', response_mode: mode }),
  expected: channel.startsWith('jarm') ? completed() : common.expected,
});

/** What can happen at an OpenID provider. */
export const openidScenarios: readonly Scenario[] = [
  {
    ...common,
    id: 'openid-code',
    title: 'Code flow',
    description: 'Code in the query, PKCE, and the issuer beside the code (RFC 9207).',
    start: (target) => openidRequest(target, { path: '/cb/query' }),
  },
  {
    ...common,
    id: 'openid-hybrid',
    title: 'Hybrid flow',
    description: 'Code and ID token together in the fragment; c_hash ties them to each other.',
    channel: 'fragment',
    start: (target) => openidRequest(target, { path: '/cb/fragment', response_type: 'code id_token' }),
    expected: completed({ id_token: JWS }),
  },
  modeScenario('form_post', 'form_post', 'Code in the body of a form that posts itself.'),
  modeScenario('query.jwt', 'jarm-query', 'Code inside a signed JWT in the query (JARM).'),
  modeScenario('fragment.jwt', 'jarm-fragment', 'Code inside a signed JWT in the fragment (JARM).'),
  modeScenario('form_post.jwt', 'jarm-form', 'Code inside a signed JWT in a form that posts itself (JARM).'),
  {
    ...common,
    id: 'openid-par',
    title: 'Pushed authorization request',
    description: 'The request goes to the provider first; the browser carries a request_uri only (RFC 9126).',
    start: (target) => pushedRequest(target),
  },
  {
    ...common,
    id: 'openid-jar',
    title: 'Signed request object',
    description: 'The request travels as a JWT signed with PS256 (RFC 9101).',
    start: (target) => signedRequest(target),
  },
  {
    ...common,
    id: 'openid-cancelled',
    title: 'Cancelled on the consent page',
    description: 'The person logs in and then cancels.',
    start: (target) => openidRequest(target, { path: '/callback' }),
    drive: async (driver) => {
      await logIn(driver);
      // The login page can be cancelled too, so wait for what only the consent page has.
      await driver.waitFor('#continue');
      await driver.click('#cancel');
      await arrive(driver);
    },
    expected: {
      status: 'failed',
      provider: 'OpenID',
      parameters: {
        error: 'access_denied',
        error_description: 'present',
        state: 'sent state',
        iss: ISSUER,
      },
    },
  },
  {
    ...common,
    id: 'openid-native',
    title: 'Native application',
    description: 'The callback has a private-use scheme, which only an installed application would receive.',
    channel: 'custom-scheme',
    start: (target) =>
      openidRequest(target, { client_id: OPENID_CLIENTS.native, redirect_uri: NATIVE_REDIRECT_URI }),
    drive: signIn,
  },
];
