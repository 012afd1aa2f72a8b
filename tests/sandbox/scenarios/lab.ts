import { randomUUID } from 'node:crypto';
import { BAD_ANSWER_NAMES } from '../lab/answers.ts';
import type { Channel } from '../lab/channels.ts';
import type { Via } from '../lab/vias.ts';
import { withQuery } from '../params.ts';
import type { ExpectedOutcome, Scenario, ScenarioStart, ScenarioTarget } from './scenario.ts';
import { arrive, logIn, press, stay } from './steps.ts';

/** What a lab request may say besides the usual. */
interface LabRequest {
  /** Path below `/authorize`. */
  readonly path?: string;
  readonly redirectUri?: string;
  readonly answer?: string;
}

/** Makes a lab request with a fresh state. */
function labRequest(
  { urls }: ScenarioTarget,
  { path = '', redirectUri, answer }: LabRequest = {},
): ScenarioStart {
  const state = randomUUID();
  const target = redirectUri ?? `${urls.client}/callback`;
  const parameters = {
    response_type: 'code',
    client_id: 'lab-client',
    redirect_uri: target,
    scope: 'openid',
    state,
    answer,
  };
  return { url: withQuery(`${urls.lab}/authorize${path}`, parameters), state, redirectUri: target };
}

const CODE = /^lab-code-[0-9a-f-]{36}$/;
const completed: ExpectedOutcome = {
  status: 'completed',
  provider: 'OAuth',
  parameters: { code: CODE, state: 'sent state' },
};
const common = { provider: 'OAuth', channel: 'query', drive: arrive, expected: completed } as const;

const viaScenario = (via: Via, description: string): Scenario => ({
  ...common,
  id: `lab-via-${via}`,
  title: `Redirect by ${/^\d/.test(via) ? `status ${via}` : via}`,
  description,
  start: async (target) => labRequest(target, { path: `/${via}/query` }),
});

const channelScenario = (channel: Channel, description: string): Scenario => ({
  ...common,
  id: `lab-channel-${channel}`,
  title: `Answer by ${channel}`,
  description,
  channel,
  start: async (target) => labRequest(target, { path: `/302/${channel}` }),
});

const launchScenario = (kind: 'iframe' | 'popup' | 'tab', title: string, description: string): Scenario => ({
  ...common,
  id: `lab-launch-${kind}`,
  title,
  description,
  start: async (target) => {
    const started = labRequest(target);
    return { ...started, url: withQuery(`${target.urls.client}/launch/${kind}`, { url: started.url }) };
  },
  drive: async (driver) => {
    await press(driver, '#open');
    await driver.waitFor('#state[data-returned]');
  },
});

const schemeScenario = (via: '302' | 'script'): Scenario => ({
  ...common,
  id: `lab-scheme-${via}`,
  title: `Custom scheme by ${via === '302' ? 'status 302' : 'script'}`,
  description: 'The answer goes to myapp://callback, which only an installed application would receive.',
  channel: 'custom-scheme',
  start: async (target) => labRequest(target, { path: `/${via}/query`, redirectUri: 'myapp://callback' }),
  drive: stay,
});

/** How a redirect can be done, and where it can go. */
const redirectScenarios: readonly Scenario[] = [
  viaScenario('301', 'Permanent, and cacheable by the browser.'),
  viaScenario('302', 'What most authorization servers send.'),
  viaScenario('303', 'What RFC 9700 recommends.'),
  viaScenario('307', 'Keeps the method; dangerous after a form with a password.'),
  viaScenario('308', 'Permanent, and keeps the method.'),
  viaScenario('meta', 'A page that refreshes itself to the callback.'),
  viaScenario('script', 'A page whose script moves to the callback.'),
  viaScenario('slow', 'Two more redirects on the authorization server before the callback.'),
  channelScenario('query', 'Parameters after the question mark.'),
  channelScenario('fragment', 'Parameters after the hash, which no server sees.'),
  channelScenario('form_post', 'Parameters in the body of a form that posts itself.'),
  channelScenario('jarm-query', 'One signed JWT in the query.'),
  channelScenario('jarm-fragment', 'One signed JWT in the fragment.'),
  channelScenario('jarm-form', 'One signed JWT in a form that posts itself.'),
  {
    ...common,
    id: 'lab-chain-5',
    title: 'Five hops before the callback',
    description: 'A chain of redirects that carry neither code nor state, then the callback.',
    start: async (target) => labRequest(target, { path: '/chain/5' }),
  },
  schemeScenario('302'),
  schemeScenario('script'),
  {
    ...common,
    id: 'lab-dead-host',
    title: 'Callback to a port where nothing listens',
    description: 'The browser shows an error page, and yet the code was in its address.',
    channel: 'dead-host',
    start: async (target) => labRequest(target, { redirectUri: `${target.urls.down}/callback` }),
    drive: stay,
    expected: { ...completed, status: 'failed' },
  },
  launchScenario('iframe', 'Inside a frame', 'The whole flow happens in a frame of the application.'),
  launchScenario('popup', 'Inside a pop-up window', 'The application opens the flow with window.open.'),
  launchScenario('tab', 'Inside a new tab', 'A link opens the flow in a new tab.'),
  {
    ...common,
    id: 'lab-error',
    title: 'An OAuth error',
    description: 'The authorization server answers with error and error_description.',
    start: async (target) => labRequest(target, { answer: 'temporarily_unavailable' }),
    expected: {
      ...completed,
      status: 'failed',
      parameters: { error: 'temporarily_unavailable', error_description: 'present', state: 'sent state' },
    },
  },
  {
    ...common,
    id: 'lab-federated',
    title: 'Sign-in through an identity broker',
    description: 'The authorization server is itself a client: an inner code and state, then the outer ones.',
    start: async (target) => {
      const started = labRequest(target);
      return { ...started, url: started.url.replace('/authorize?', '/federated/authorize?') };
    },
    drive: async (driver) => {
      await logIn(driver);
      await arrive(driver);
    },
    expected: { ...completed, parameters: { code: /^federated-code-/, state: 'sent state' } },
  },
];

/** What must be known of each malformed answer. */
const BAD_ANSWERS: Readonly<Record<string, { description: string; expected: Partial<ExpectedOutcome> }>> = {
  'repeated-code': {
    description: 'Two codes in one answer; RFC 6749 allows none of its parameters twice.',
    expected: { status: 'failed', parameters: { code: /^lab-code-(first|second)$/, state: 'sent state' } },
  },
  'code-and-error': {
    description: 'A code and an error in one answer.',
    expected: {
      status: 'failed',
      parameters: { code: 'lab-code-with-error', error: 'access_denied', state: 'sent state' },
    },
  },
  neither: {
    description: 'Neither code nor error, only a state.',
    expected: { status: 'failed', parameters: { state: 'sent state' } },
  },
  'unknown-state': {
    description: 'A state nobody sent: a forged or mixed-up answer.',
    expected: { status: 'failed', parameters: { code: CODE, state: /^never-sent-/ } },
  },
  'bad-percent': {
    description: 'Percent signs that decode to nothing.',
    expected: { parameters: { code: '%zz', state: 'sent state', note: 'present' } },
  },
  huge: {
    description: 'An answer of 200,000 characters.',
    expected: { parameters: { code: CODE, state: 'sent state', padding: /^x{200000}$/ } },
  },
  control: {
    description: 'Control characters and characters that change the direction of text.',
    expected: {
      status: 'failed',
      parameters: { code: 'present', state: 'sent state', note: 'present' },
    },
  },
  html: {
    description: 'Markup and script in every value, the state included.',
    expected: {
      status: 'failed',
      parameters: { code: /^<script>/, state: /<img/, iss: /^javascript:/, error_description: /^<script>/ },
    },
  },
};

const badAnswerScenarios: readonly Scenario[] = BAD_ANSWER_NAMES.map((answer) => ({
  ...common,
  id: `lab-bad-${answer}`,
  title: `Bad answer: ${answer}`,
  description: BAD_ANSWERS[answer]?.description ?? 'A malformed answer.',
  start: async (target) => labRequest(target, { answer }),
  expected: { ...completed, ...BAD_ANSWERS[answer]?.expected },
}));

/** What can happen at an authorization server of any kind. */
export const labScenarios: readonly Scenario[] = [...redirectScenarios, ...badAnswerScenarios];
