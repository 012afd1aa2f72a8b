import type { Hono } from 'hono';
import { repeatedNames } from '../params.ts';
import { readForm } from '../sign-in.ts';
import { requireClient, requireRequestId } from './credentials.ts';
import { refuse } from './errors.ts';
import type { Grants } from './grants.ts';

/** Beside the token endpoint; ConnectPay's pages name the call but not its address. */
export const REVOKE_PATH = '/auth/v1/oauth2/revoke';

/** Adds the endpoint that ends refresh tokens (RFC 7009). */
export function mountRevoke(app: Hono, grants: Grants): void {
  app.post(REVOKE_PATH, async (c) => {
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
    const token = form.get('token') ?? '';
    if (token === '') return refuse(c, 400, 'invalid_request', 'The parameter token is required.');
    grants.revoke(token, client.id);
    return c.body(null, 200);
  });
}
