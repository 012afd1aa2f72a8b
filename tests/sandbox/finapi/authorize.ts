import type { Context } from 'hono';
import type { SandboxContext } from '../context.ts';
import { badCredentials, errorMessage } from './errors.ts';
import type { TokenOwner } from './tokens.ts';
import type { FinapiUser } from './users.ts';

/** The caller of a service that is for clients; a response when he may not call it. */
export function requireClient(c: Context, context: SandboxContext): 'client' | Response {
  const owner = authorize(c, context);
  if (owner instanceof Response || owner === 'client') return owner;
  return wrongRole(c, context, 'This service is for clients: send the client_credentials token.', '1/1');
}

/** The caller of a service that is for users; a response when he may not call it. */
export function requireUser(c: Context, context: SandboxContext): FinapiUser | Response {
  const owner = authorize(c, context);
  if (owner !== 'client') return owner;
  return wrongRole(c, context, "This service is for users: send the user's token.", '1/0');
}

function authorize(c: Context, { finapi }: SandboxContext): TokenOwner | Response {
  const [scheme, token = ''] = c.req.header('authorization')?.split(' ') ?? [];
  if (scheme?.toLowerCase() !== 'bearer' || token === '') {
    const description = 'Full authentication is required to access this resource';
    return badCredentials(c, 401, 'unauthorized', description);
  }
  const owner = finapi.tokens.ownerOf(token);
  if (owner === 'expired') return badCredentials(c, 401, 'invalid_token', `Access token expired: ${token}`);
  return owner ?? badCredentials(c, 401, 'invalid_token', `Invalid access token: ${token}`);
}

function wrongRole(c: Context, source: SandboxContext, message: string, authContext: string): Response {
  return errorMessage(c, source, 403, 'UNAUTHORIZED_ACCESS', message, authContext);
}
