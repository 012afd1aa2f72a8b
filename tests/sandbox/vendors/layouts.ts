import type { SandboxUrls } from '../ports.ts';

/** The addresses under which a product serves OAuth. */
export interface Layout {
  readonly name: string;
  readonly issuer: string;
  /** Path under which everything of it is; empty at the root. */
  readonly base: string;
  readonly routes: Readonly<Record<string, string>>;
  /** Access tokens are JWTs (RFC 9068), which the product's own library reads. */
  readonly jwtAccessTokens?: true;
}

/** Auth0's paths. Its issuer ends in a slash. */
export function auth0Layout({ vendors }: SandboxUrls): Layout {
  return {
    name: 'auth0',
    issuer: `${vendors}/`,
    base: '',
    routes: {
      authorization: '/authorize',
      token: '/oauth/token',
      end_session: '/oidc/logout',
      userinfo: '/userinfo',
    },
  };
}

/** Paths of a realm of a Keycloak server. */
export function keycloakLayout({ vendors }: SandboxUrls): Layout {
  const base = '/realms/sandbox';
  return {
    name: 'keycloak',
    issuer: vendors + base,
    base,
    routes: {
      authorization: '/protocol/openid-connect/auth',
      token: '/protocol/openid-connect/token',
      end_session: '/protocol/openid-connect/logout',
      userinfo: '/protocol/openid-connect/userinfo',
      jwks: '/protocol/openid-connect/certs',
    },
    jwtAccessTokens: true,
  };
}
