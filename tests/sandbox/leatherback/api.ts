import type { Hono } from 'hono';
import { parseJson } from '../jwk-sets.ts';
import { repeatedNames } from '../params.ts';
import { readForm } from '../sign-in.ts';
import type { LeatherbackClients } from './clients.ts';
import { type Consent, type Consents, readConsentData } from './consents.ts';
import type { LeatherbackTokens } from './tokens.ts';

/** Adds the token endpoint: a certificate's text as password, for both grant types. */
export function mountTokens(app: Hono, clients: LeatherbackClients, tokens: LeatherbackTokens): void {
  app.post('/auth/token', async (c) => {
    const refuse = (status: 400 | 401, error: string, error_description: string): Response =>
      c.json({ error, error_description }, status);
    c.header('Cache-Control', 'no-store');
    if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) {
      return refuse(400, 'invalid_request', 'Content-Type must be application/x-www-form-urlencoded.');
    }
    const form = await readForm(c);
    const [repeated] = repeatedNames(form);
    if (repeated !== undefined) {
      return refuse(400, 'invalid_request', `The parameter ${repeated} must be sent exactly once.`);
    }
    const client = clients.find(form.get('client_id') ?? '');
    if (client === undefined || client.certificate !== form.get('password')) {
      return refuse(
        401,
        'invalid_client',
        'client_id and password (the certificate text) do not belong together.',
      );
    }
    if (form.get('scope') !== 'account') {
      return refuse(
        400,
        'invalid_scope',
        'The scope must be "account"; "accounts" is the scope of the request object.',
      );
    }
    if (form.get('grant_type') === 'client_credentials') return c.json(await tokens.clientToken(client));
    if (form.get('grant_type') !== 'authorization_code') {
      return refuse(
        400,
        'unsupported_grant_type',
        'grant_type must be client_credentials or authorization_code.',
      );
    }
    const grant = tokens.takeCode(form.get('code') ?? '');
    if (grant?.clientId !== client.id) {
      return refuse(400, 'invalid_grant', 'The code is unknown or already used.');
    }
    return c.json(await tokens.customerToken(grant));
  });
}

/** Adds the endpoints that create and show a consent. */
export function mountConsents(
  app: Hono,
  origin: string,
  consents: Consents,
  tokens: LeatherbackTokens,
  now: () => number,
): void {
  const path = '/account-access-consents';
  const unauthorized = {
    error: 'invalid_token',
    error_description: 'Send a valid client token as Bearer token.',
  };

  app.post(path, async (c) => {
    const clientId = await tokens.clientOf(c.req.header('authorization'));
    if (clientId === undefined) return c.json(unauthorized, 401);
    if (!c.req.header('content-type')?.startsWith('application/json')) {
      const error_description = 'Content-Type must be application/json.';
      return c.json({ error: 'invalid_request', error_description }, 400);
    }
    const data = readConsentData(parseJson(await c.req.text()), now());
    if (typeof data === 'string') return c.json({ error: 'invalid_request', error_description: data }, 400);
    return c.json(consentAnswer(consents.create(clientId, data), origin + path), 201);
  });

  app.get(`${path}/:id`, async (c) => {
    const clientId = await tokens.clientOf(c.req.header('authorization'));
    if (clientId === undefined) return c.json(unauthorized, 401);
    const consent = consents.find(c.req.param('id'), clientId);
    const missing = { error: 'not_found', error_description: 'This consent does not exist.' };
    return consent === undefined ? c.json(missing, 404) : c.json(consentAnswer(consent, origin + path));
  });
}

function consentAnswer({ clientId: _, ...data }: Consent, collection: string): Record<string, unknown> {
  const links = { Self: `${collection}/${data.ConsentId}` };
  return { Data: data, Risk: {}, Links: links, Meta: { TotalPages: 1 } };
}
