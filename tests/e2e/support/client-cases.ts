import type { ProviderEvent } from '../../sandbox/openid/provider-log.ts';
import type { RecordedRow } from './recorded-rows.ts';

/** One thing that an application made with a client library does, and exactly what is to be recorded of it. */
export interface ClientCase {
  readonly name: string;
  /** The button to press; of an application with a server the path to open. */
  readonly action: string;
  /** What the person does at the provider, where it asks; signs in unless given. */
  readonly person?: 'cancels' | 'closes the window';
  /** What the library itself says in the end; absent where it says nothing. */
  readonly result?: string;
  /** What the provider's own log says. */
  readonly provider: readonly ProviderEvent[];
  readonly rows: readonly RecordedRow[];
}

/** The cases of one application, one after another in one session of the browser. */
export interface ClientLibrary {
  /** The application's name below `/app/`. */
  readonly app: string;
  readonly server?: true;
  readonly cases: readonly ClientCase[];
}

const SIGNED_IN = 'signed in as demo';
const EXCHANGED: readonly ProviderEvent[] = [{ event: 'authorization' }, { event: 'token' }];
const refused = (error: string): readonly ProviderEvent[] => [{ event: 'authorization', error }];

const row = (kind: string, outcome: string, findings: readonly string[] = []): RecordedRow => ({
  kind,
  outcome,
  findings,
});
/** The page itself exchanges its code. */
const TOKENS = 'Signed in: tokens received at (time)';
/** Its server does. */
const CODE = 'Code received, exchange not observed';
const BY_MESSAGE = 'Answered by postMessage, not visible here';
const LOGGED_OUT = row('logout', 'Signed out and back at the application');

const redirect = (findings: readonly string[] = [], result = SIGNED_IN): ClientCase => ({
  name: 'signs in by redirect',
  action: 'redirect',
  result,
  provider: EXCHANGED,
  rows: [row('sign-in', TOKENS, findings)],
});
const silent: ClientCase = {
  name: 'renews in a hidden frame',
  action: 'silent',
  result: SIGNED_IN,
  provider: EXCHANGED,
  rows: [row('renewal', TOKENS)],
};
const silentRefused = (result: string): ClientCase => ({
  name: 'asks in a hidden frame when nobody is signed in',
  action: 'silent',
  result,
  provider: refused('login_required'),
  rows: [row('renewal', 'Nobody is signed in (login_required)')],
});
const popup: ClientCase = {
  name: 'signs in in a pop-up window',
  action: 'popup',
  result: SIGNED_IN,
  provider: EXCHANGED,
  rows: [row('sign-in', TOKENS)],
};
const cancelled = (action: string, result: string): ClientCase => ({
  name: `is refused by the person (${action})`,
  action,
  person: 'cancels',
  result,
  provider: refused('access_denied'),
  rows: [row('sign-in', 'access_denied')],
});
const logout: ClientCase = {
  name: 'logs out',
  action: 'logout',
  result: 'signed out',
  provider: [{ event: 'logout' }],
  rows: [LOGGED_OUT],
};
const CANCELLED = 'The person at the browser cancelled.';
const UNAUTHENTICATED = 'End-User authentication is required';

const server = (name: string, action: string, findings: readonly string[] = []): ClientCase => ({
  name,
  action,
  result: SIGNED_IN,
  provider: EXCHANGED,
  rows: [row('sign-in', CODE, findings)],
});

/** The libraries that are used most, each with what it does in an application. */
export const CLIENT_LIBRARIES: readonly ClientLibrary[] = [
  {
    app: 'oidc-client-ts',
    cases: [
      silentRefused(`failed: ${UNAUTHENTICATED}`),
      cancelled('redirect', `failed: ${CANCELLED}`),
      cancelled('popup', `failed: ${CANCELLED}`),
      {
        name: 'loses its pop-up window to the person',
        action: 'popup',
        person: 'closes the window',
        provider: [],
        rows: [row('sign-in', 'Tab closed before the callback')],
      },
      {
        name: 'takes away a hidden frame that gives no answer',
        action: 'hidden',
        result: 'failed: IFrame timed out without a response',
        provider: [],
        rows: [row('sign-in', 'Frame removed before the callback', ['AR33 warning'])],
      },
      redirect(),
      silent,
      popup,
      logout,
    ],
  },
  {
    app: 'auth0',
    cases: [
      {
        ...silentRefused(`failed: ${UNAUTHENTICATED}`),
        // The provider sends the error by a page that it answers with 400.
        rows: [row('renewal', BY_MESSAGE, ['AR27 info', 'CB31 info'])],
      },
      redirect(),
      { ...silent, rows: [row('renewal', TOKENS, ['AR27 info'])] },
      { ...popup, rows: [row('sign-in', TOKENS, ['AR27 info'])] },
      { ...logout, provider: [] },
    ],
  },
  {
    app: 'msal',
    cases: [
      silentRefused(`failed: login_required: ${UNAUTHENTICATED}`),
      cancelled('redirect', `failed: access_denied: ${CANCELLED}`),
      redirect(),
      silent,
      popup,
      logout,
    ],
  },
  {
    app: 'keycloak',
    cases: [
      silentRefused('not signed in'),
      {
        name: 'learns from the frame of its session that nobody is signed in, without asking',
        action: 'session',
        result: 'not signed in',
        provider: [],
        rows: [],
      },
      redirect(),
      { ...silent, name: 'asks in a hidden frame who is signed in' },
      { ...silent, action: 'session', name: 'asks again after the frame of its session' },
      { ...logout, provider: [...EXCHANGED, { event: 'logout' }], rows: [...silent.rows, LOGGED_OUT] },
    ],
  },
  // Its state has ten characters.
  { app: 'appauth', cases: [redirect(['AR15 warning'], 'signed in')] },
  { app: 'oauth4webapi', cases: [redirect()] },
  {
    app: 'openid-client',
    server: true,
    cases: [
      server('signs in', 'code'),
      server('pushes its request', 'par'),
      server('signs its request', 'jar', ['RO04 info']),
      server('gets a signed answer', 'jarm'),
      server('gets an id_token with the code', 'hybrid'),
      logout,
    ],
  },
  { app: 'passport', server: true, cases: [server('signs in', '', ['AR19 info'])] },
];
