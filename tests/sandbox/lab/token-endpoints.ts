import { Buffer } from 'node:buffer';
import type { Context, Hono } from 'hono';
import { mountFaults } from '../faults.ts';
import { oauthFault } from '../oauth-faults.ts';
import { repeatedNames } from '../params.ts';
import { readForm } from '../sign-in.ts';
import type { LabTokens } from './tokens.ts';

/** The client of the lab's authorization server. */
export const LAB_CLIENT = { id: 'grantscope-lab', secret: 'lab-sandbox-secret' } as const;

const ENDPOINTS = ['/token', '/introspect', '/revoke'];

/** Adds what an OAuth server has beside its authorization endpoint: metadata, tokens, introspection, revocation. */
export function mountTokenEndpoints(app: Hono, origin: string, tokens: LabTokens): void {
  mountFaults(app, {
    isApi: (path) => ENDPOINTS.includes(path),
    answer: (c, kind) => oauthFault(c, kind, c.req.path === '/token'),
  });

  app.get('/.well-known/oauth-authorization-server', (c) =>
    c.json({
      issuer: origin,
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/token`,
      introspection_endpoint: `${origin}/introspect`,
      revocation_endpoint: `${origin}/revoke`,
      jwks_uri: `${origin}/jwks`,
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
      code_challenge_methods_supported: ['S256'],
    }),
  );

  app.post('/token', async (c) => {
    const call = await readCall(c);
    if (call instanceof Response) return call;
    const { form, clientId, isPublic } = call;
    const answer = (result: Record<string, string | number> | string): Response =>
      typeof result === 'string' ? refuse(c, 400, 'invalid_grant', result) : c.json(result);
    switch (form.get('grant_type')) {
      case 'authorization_code':
        return answer(tokens.exchange(form, clientId));
      case 'refresh_token':
        return answer(tokens.refresh(form.get('refresh_token') ?? '', clientId));
      case 'client_credentials':
        if (isPublic) return refuse(c, 400, 'unauthorized_client', 'A client without a secret has none.');
        return answer(tokens.clientToken(clientId, form.get('scope') ?? ''));
      default:
        return refuse(c, 400, 'unsupported_grant_type', 'The grant_type is unknown.');
    }
  });

  app.post('/introspect', async (c) => {
    const call = await readCall(c);
    if (call instanceof Response) return call;
    const token = tokens.find(call.form.get('token') ?? '', call.clientId);
    if (token === undefined) return c.json({ active: false });
    const { clientId, scope, expires, kind } = token;
    const token_type = kind === 'access' ? { token_type: 'Bearer' } : {};
    return c.json({
      active: true,
      client_id: clientId,
      scope,
      exp: Math.floor(expires / 1000),
      ...token_type,
    });
  });

  app.post('/revoke', async (c) => {
    const call = await readCall(c);
    if (call instanceof Response) return call;
    if ((call.form.get('token') ?? '') === '') {
      return refuse(c, 400, 'invalid_request', 'The parameter token is required.');
    }
    tokens.revoke(call.form.get('token') ?? '', call.clientId);
    return c.body(null, 200);
  });
}

interface Call {
  readonly form: URLSearchParams;
  readonly clientId: string;
  /** True when the client sent no secret. */
  readonly isPublic: boolean;
}

async function readCall(c: Context): Promise<Call | Response> {
  c.header('Cache-Control', 'no-store');
  if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) {
    return refuse(c, 400, 'invalid_request', 'Content-Type must be application/x-www-form-urlencoded.');
  }
  const form = await readForm(c);
  const [repeated] = repeatedNames(form);
  if (repeated !== undefined) {
    return refuse(c, 400, 'invalid_request', `The parameter ${repeated} must be sent exactly once.`);
  }
  const basic = readBasic(c.req.header('authorization'));
  if (basic !== undefined && form.has('client_secret')) {
    return refuse(c, 400, 'invalid_request', 'The client must authenticate in one way only.');
  }
  const [id, secret] = basic ?? [form.get('client_id'), form.get('client_secret')];
  if (id !== LAB_CLIENT.id || (secret !== null && secret !== LAB_CLIENT.secret)) {
    if (basic !== undefined) c.header('WWW-Authenticate', 'Basic realm="lab"');
    return refuse(c, 401, 'invalid_client', 'The client is unknown or its secret is wrong.');
  }
  return { form, clientId: id, isPublic: secret === null };
}

/** Id and secret are form-encoded before they are joined (RFC 6749 section 2.3.1). */
function readBasic(header: string | undefined): [string | null, string | null] | undefined {
  const [scheme, encoded = ''] = header?.split(' ') ?? [];
  if (scheme?.toLowerCase() !== 'basic') return undefined;
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const decode = (text: string): string | null => new URLSearchParams(`v=${text}`).get('v');
  return [decode(id), decode(secret)];
}

function refuse(c: Context, status: 400 | 401, error: string, error_description: string): Response {
  return c.json({ error, error_description }, status);
}
