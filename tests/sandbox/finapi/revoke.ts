import type { Hono } from 'hono';
import type { SandboxContext } from '../context.ts';
import { readForm } from '../sign-in.ts';
import { requireClient } from './authorize.ts';
import { errorMessage } from './errors.ts';

const HINTS = ['', 'access_token', 'refresh_token'];

/** Adds the endpoint that revokes tokens; its parameters may stand in the URL or in a form. */
export function mountRevoke(app: Hono, context: SandboxContext): void {
  app.post('/api/v2/oauth/revoke', async (c) => {
    const client = requireClient(c, context);
    if (client instanceof Response) return client;
    const isForm = c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded') === true;
    const form = isForm ? await readForm(c) : new URLSearchParams();
    const parameter = (name: string): string => form.get(name) ?? c.req.query(name) ?? '';
    const [token, hint] = [parameter('token'), parameter('token_type_hint')];
    if (token === '') {
      return errorMessage(c, context, 400, 'MISSING_FIELD', 'The parameter token is required.');
    }
    if (!HINTS.includes(hint)) {
      const message = 'token_type_hint must be access_token or refresh_token.';
      return errorMessage(c, context, 400, 'ILLEGAL_FIELD_VALUE', message);
    }
    context.finapi.tokens.revoke(token, hint);
    return c.body(null, 200);
  });
}
