import type { Context } from 'hono';
import type { AnsweredFault } from '../faults.ts';
import { badCredentials, type ErrorSource, errorMessage } from './errors.ts';

/** Answers a fault in the words of the token endpoint or in those of all others. */
export function finapiFault(
  c: Context,
  source: ErrorSource,
  kind: AnsweredFault,
  isTokenEndpoint: boolean,
): Response {
  switch (kind) {
    case '500':
      return isTokenEndpoint
        ? badCredentials(c, 500, 'server_error', 'The sandbox was told to fail.')
        : errorMessage(c, source, 500, 'UNEXPECTED_ERROR', 'The sandbox was told to fail.');
    case 'expired':
      return isTokenEndpoint
        ? badCredentials(c, 400, 'invalid_grant', 'The refresh_token has expired.')
        : badCredentials(c, 401, 'invalid_token', 'Access token expired: the sandbox was told so.');
    case 'locked':
      return isTokenEndpoint
        ? badCredentials(c, 423, 'invalid_grant', 'User account is locked')
        : errorMessage(c, source, 423, 'LOCKED', 'The user is locked.');
    case 'ip-not-allowed':
      return isTokenEndpoint
        ? badCredentials(c, 403, 'access_denied', 'This address is not allowed to call finAPI.')
        : errorMessage(c, source, 403, 'FORBIDDEN', 'This address is not allowed to call finAPI.');
  }
}
