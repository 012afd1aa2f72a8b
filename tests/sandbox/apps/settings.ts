/** What an application's page needs to know of the sandbox, given to its script. */
export interface AppSettings {
  /** Issuer of the OpenID sandbox. */
  readonly issuer: string;
  /** Origin at which a provider answers at Auth0's paths. */
  readonly auth0: string;
  /** Address under which a provider answers at the paths of a Keycloak server. */
  readonly keycloak: string;
  /** The application's own address; what follows it is `/callback`, `/silent` or `/signed-out`. */
  readonly base: string;
  readonly clientId: string;
}

/** The single-page applications, by the library each is made with. */
export const BROWSER_APPS = [
  'oidc-client-ts',
  'auth0',
  'msal',
  'keycloak',
  'appauth',
  'oauth4webapi',
] as const;

export type BrowserApp = (typeof BROWSER_APPS)[number];

/** The client that all of them are. */
export const APPS_CLIENT = 'grantscope-apps';

/** The client that the applications with a server are. */
export const SERVER_CLIENT = 'grantscope-server';

/** Ways in which the server application made with openid-client signs in. */
export const SERVER_VARIANTS = ['code', 'par', 'jar', 'jarm', 'hybrid'] as const;

export type ServerVariant = (typeof SERVER_VARIANTS)[number];

/** Where the client server has an application. */
export const appPath = (name: string): string => `/app/${name}`;
