import { type Context, Hono } from 'hono';
import type { SandboxContext } from '../context.ts';
import { type AnsweredFault, mountFaults } from '../faults.ts';
import { mountStartPage } from '../home/start-page.ts';
import { isObject, parseJson } from '../jwk-sets.ts';
import { isClient } from './client.ts';
import { errorMessage, type FinapiCode } from './errors.ts';
import { finapiFault } from './fault-answers.ts';
import { Processes } from './processes.ts';
import { REQUEST_ID_TOO_LONG, requestIds } from './request-id.ts';
import { FINAPI_START } from './start-page.ts';

/** finAPI's Process Controller: makes users of Access that nobody has to manage. */
export function finapiProcess(context: SandboxContext): Hono {
  const { users, tokens } = context.finapi;
  const app = new Hono();
  const processes = new Processes(context.now);
  const refuse = (c: Context, status: 400 | 401 | 404 | 415, code: FinapiCode, message: string): Response =>
    errorMessage(c, context, status, code, message);

  app.use(
    '/api/*',
    requestIds((c) => refuse(c, 400, 'BAD_REQUEST', REQUEST_ID_TOO_LONG)),
  );
  const answer = (c: Context, kind: AnsweredFault): Response => finapiFault(c, context, kind, false);
  mountFaults(app, { isApi: (path) => path.startsWith('/api/'), answer });

  mountStartPage(app, context.urls, FINAPI_START);
  app.post('/api/v1/processes', async (c) => {
    if (!c.req.header('content-type')?.startsWith('application/json')) {
      return refuse(c, 415, 'UNSUPPORTED_MEDIA_TYPE', 'Content-Type must be application/json.');
    }
    const order = readOrder(await c.req.text());
    if (!Array.isArray(order)) return refuse(c, order.status, order.code, order.message);
    const started = order.flatMap((clientReference) => {
      const user = users.create({});
      return user === undefined ? [] : [{ clientReference, processToken: processes.start(user) }];
    });
    return c.json({ processes: started }, 201);
  });

  app.get('/api/v1/processes/:token', (c) => {
    const invalidate = c.req.query('invalidate') ?? 'false';
    if (invalidate !== 'true' && invalidate !== 'false') {
      return refuse(c, 400, 'ILLEGAL_FIELD_VALUE', 'invalidate must be true or false.');
    }
    const user = processes.exchange(c.req.param('token'), invalidate === 'true');
    if (user === undefined) {
      const message = 'The process token is unknown, expired, used up or invalidated.';
      return refuse(c, 404, 'UNKNOWN_ENTITY', message);
    }
    c.header('Cache-Control', 'no-store');
    return c.json({ accessToken: tokens.issue(user).access_token });
  });
  app.notFound((c) => refuse(c, 404, 'UNKNOWN_ENTITY', 'There is no such service.'));
  return app;
}

interface OrderProblem {
  readonly status: 400 | 401;
  readonly code: FinapiCode;
  readonly message: string;
}

/** Reads the client references of a request for processes, or says what is wrong with it. */
function readOrder(text: string): string[] | OrderProblem {
  const problem = (status: 400 | 401, code: FinapiCode, message: string): OrderProblem => {
    return { status, code, message };
  };
  const body = parseJson(text);
  if (!isObject(body)) return problem(400, 'BAD_REQUEST', 'The body must be a JSON object.');
  const { clientId, clientSecret, clientReferences, processId } = body;
  if (clientId === undefined || clientSecret === undefined) {
    return problem(401, 'MISSING_CREDENTIALS', 'clientId and clientSecret are required.');
  }
  if (!isClient(clientId, clientSecret)) {
    return problem(401, 'UNAUTHORIZED_ACCESS', 'clientId and clientSecret do not belong together.');
  }
  if (processId !== 'USER_ONLY') return problem(400, 'ILLEGAL_FIELD_VALUE', 'processId must be USER_ONLY.');
  const references = Array.isArray(clientReferences) ? clientReferences.map(readReference) : [];
  if (references.length === 0 || !references.every((reference) => reference !== undefined)) {
    const message = 'clientReferences must be a list of {"clientReference": "…"} that is not empty.';
    return problem(400, 'ILLEGAL_FIELD_VALUE', message);
  }
  return references;
}

function readReference(item: unknown): string | undefined {
  const reference = isObject(item) ? item.clientReference : undefined;
  return typeof reference === 'string' && reference !== '' ? reference : undefined;
}
