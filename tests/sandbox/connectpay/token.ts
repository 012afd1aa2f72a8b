import type { Hono } from 'hono';
import { repeatedNames } from '../params.ts';
import { readForm } from '../sign-in.ts';
import { requireClient, requireRequestId } from './credentials.ts';
import { refuse } from './errors.ts';
import type { Grants, TokenAnswer } from './grants.ts';

/** Where the token endpoint is. */
export const TOKEN_PATH = '/auth/v1/oauth2/token';

/** Adds the token endpoint. */
export function mountToken(app: Hono, grants: Grants): void {
  app.post(TOKEN_PATH, async (c) => {
    c.header('Cache-Control', 'no-store');
    const client = requireRequestId(c) ?? requireClient(c);
    if (client instanceof Response) return client;
    if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) {
      return refuse(c, 400, 'invalid_request', 'Content-Type must be application/x-www-form-urlencoded.');
    }
    const form = await readForm(c);
    const [repeated] = repeatedNames(form);
    if (repeated !== undefined) {
      return refuse(c, 400, 'invalid_request', `The parameter ${repeated} must be sent exactly once.`);
    }
    const grantType = GRANT_TYPES.get(form.get('grant_type') ?? '');
    if (grantType === undefined) {
      return refuse(
        c,
        400,
        'unsupported_grant_type',
        'grant_type must be authorization_code or refresh_token.',
      );
    }
    const value = form.get(grantType.parameter) ?? '';
    if (value === '')
      return refuse(c, 400, 'invalid_request', `The parameter ${grantType.parameter} is required.`);
    const answer = grantType.redeem(grants, value, client.id);
    if (answer === undefined) {
      return refuse(
        c,
        400,
        'invalid_grant',
        `The ${grantType.parameter} is unknown, expired or already used.`,
      );
    }
    return c.json(answer);
  });
}

interface GrantType {
  readonly parameter: string;
  redeem(grants: Grants, value: string, client: string): TokenAnswer | undefined;
}

const GRANT_TYPES: ReadonlyMap<string, GrantType> = new Map([
  [
    'authorization_code',
    { parameter: 'code', redeem: (grants, code, client) => grants.exchange(code, client) },
  ],
  [
    'refresh_token',
    { parameter: 'refresh_token', redeem: (grants, token, client) => grants.refresh(token, client) },
  ],
]);
