import { Buffer } from 'node:buffer';
import type { Hono } from 'hono';
import { isUuid, repeatedNames } from '../params.ts';
import { readForm } from '../sign-in.ts';
import { type ConnectpayClient, findClient } from './clients.ts';
import type { Grants, TokenAnswer } from './grants.ts';

/** Where the token endpoint is. */
export const TOKEN_PATH = '/auth/v1/oauth2/token';

/** Adds the token endpoint. */
export function mountToken(app: Hono, grants: Grants): void {
  app.post(TOKEN_PATH, async (c) => {
    const refuse = (status: 400 | 401, error: string, description: string): Response =>
      c.json({ error, error_description: description }, status);
    c.header('Cache-Control', 'no-store');

    const requestId = c.req.header('x-request-id') ?? '';
    if (!isUuid(requestId)) {
      return refuse(400, 'invalid_request', 'The header X-Request-ID is required and must be a UUID.');
    }
    c.header('X-Request-ID', requestId);

    const client = authenticate(c.req.header('authorization'));
    if (client === undefined) {
      c.header('WWW-Authenticate', 'Basic realm="ConnectPay sandbox"');
      return refuse(401, 'invalid_client', 'Send client_id and client secret as HTTP Basic credentials.');
    }
    if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) {
      return refuse(400, 'invalid_request', 'Content-Type must be application/x-www-form-urlencoded.');
    }
    const form = await readForm(c);
    const [repeated] = repeatedNames(form);
    if (repeated !== undefined) {
      return refuse(400, 'invalid_request', `The parameter ${repeated} must be sent exactly once.`);
    }
    const grantType = GRANT_TYPES.get(form.get('grant_type') ?? '');
    if (grantType === undefined) {
      return refuse(400, 'unsupported_grant_type', 'grant_type must be authorization_code or refresh_token.');
    }
    const value = form.get(grantType.parameter) ?? '';
    if (value === '')
      return refuse(400, 'invalid_request', `The parameter ${grantType.parameter} is required.`);
    const answer = grantType.redeem(grants, value, client.id);
    if (answer === undefined) {
      return refuse(400, 'invalid_grant', `The ${grantType.parameter} is unknown, expired or already used.`);
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

function authenticate(header: string | undefined): ConnectpayClient | undefined {
  const [scheme, encoded = ''] = header?.split(' ') ?? [];
  if (scheme?.toLowerCase() !== 'basic') return undefined;
  const credentials = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = credentials.indexOf(':');
  const client = findClient(credentials.slice(0, colon));
  return client !== undefined && credentials.slice(colon + 1) === client.secret ? client : undefined;
}
