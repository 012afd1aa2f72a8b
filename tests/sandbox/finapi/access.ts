import { type Context, Hono } from 'hono';
import type { SandboxContext } from '../context.ts';
import { type AnsweredFault, mountFaults } from '../faults.ts';
import { mountStartPage } from '../home/start-page.ts';
import { requireClient, requireUser } from './authorize.ts';
import { badCredentials, errorMessage } from './errors.ts';
import { finapiFault } from './fault-answers.ts';
import { REQUEST_ID_TOO_LONG, requestIds } from './request-id.ts';
import { mountRevoke } from './revoke.ts';
import { FINAPI_START } from './start-page.ts';
import { mountToken } from './token-endpoint.ts';
import { readUserInput } from './user-input.ts';
import { mountWebForm } from './web-form.ts';

const isTokenEndpoint = (path: string): boolean => path === '/api/v2/oauth/token';

/** finAPI's Access: tokens for the client and its users, and the users themselves. */
export function finapiAccess(context: SandboxContext): Hono {
  const { users, tokens } = context.finapi;
  const app = new Hono();

  const refuseRequestId = (c: Context): Response =>
    isTokenEndpoint(c.req.path)
      ? badCredentials(c, 400, 'invalid_request', REQUEST_ID_TOO_LONG)
      : errorMessage(c, context, 400, 'BAD_REQUEST', REQUEST_ID_TOO_LONG);
  app.use('/api/*', requestIds(refuseRequestId));
  const answer = (c: Context, kind: AnsweredFault): Response =>
    finapiFault(c, context, kind, isTokenEndpoint(c.req.path));
  mountFaults(app, { isApi: (path) => path.startsWith('/api/'), answer });

  const deleteUser = (c: Context): Response => {
    const user = requireUser(c, context);
    if (user instanceof Response) return user;
    users.delete(user);
    tokens.drop(user);
    return c.body(null, 200);
  };

  mountStartPage(app, context.urls, FINAPI_START);
  mountWebForm(app, context);
  mountToken(app, context);
  mountRevoke(app, context);
  app.delete('/api/v2/users', deleteUser);
  app.post('/api/v2/users', async (c) => {
    if (c.req.header('x-http-method-override')?.toUpperCase() === 'DELETE') return deleteUser(c);
    const client = requireClient(c, context);
    if (client instanceof Response) return client;
    if (!c.req.header('content-type')?.startsWith('application/json')) {
      const message = 'Content-Type must be application/json.';
      return errorMessage(c, context, 415, 'UNSUPPORTED_MEDIA_TYPE', message);
    }
    const input = readUserInput(await c.req.text());
    if (typeof input === 'string') return errorMessage(c, context, 400, 'ILLEGAL_FIELD_VALUE', input);
    const user = users.create(input);
    if (user === undefined) {
      return errorMessage(c, context, 422, 'ENTITY_EXISTS', `The user id '${input.id}' is taken.`);
    }
    const { wrongPasswords: _, ...data } = user;
    return c.json(data, 201);
  });
  app.notFound((c) => errorMessage(c, context, 404, 'UNKNOWN_ENTITY', 'There is no such service.'));
  return app;
}
