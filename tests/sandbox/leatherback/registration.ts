import type { Hono } from 'hono';
import { isObject, type JwkSets, parseJson } from '../jwk-sets.ts';
import { parseUrl } from '../params.ts';
import type { LeatherbackClients } from './clients.ts';
import { LOOPBACK } from './webhook.ts';

const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;

const TEXT_FIELDS = ['address', 'name', 'email'] as const;

/** Adds the endpoint at which a third-party provider registers. */
export function mountRegistration(app: Hono, clients: LeatherbackClients, keys: JwkSets): void {
  app.post('/api/account/registration', async (c) => {
    const certificate = c.req.header('signature-certificate') ?? '';
    const callbackUrl = readRegistration(certificate, c.req.header('content-type') ?? '', await c.req.text());
    if (callbackUrl instanceof Error) {
      return c.json({ error: 'invalid_request', error_description: callbackUrl.message }, 400);
    }
    const client = clients.register(certificate, callbackUrl.href);
    keys.addClient(client.id);
    return c.json({ Certificate: client.certificate, ClientId: client.id, Message: 'OK' });
  });
}

function readRegistration(certificate: string, contentType: string, text: string): URL | Error {
  if (certificate === '') return new Error('The header signature-certificate is required.');
  if (!contentType.startsWith('application/json')) return new Error('Content-Type must be application/json.');
  const body = parseJson(text);
  if (!isObject(body)) return new Error('The body must be a JSON object.');
  if (typeof body.countryISO !== 'string' || !/^[A-Z]{2}$/.test(body.countryISO)) {
    return new Error('countryISO is required and must be two capital letters, like GB.');
  }
  for (const field of TEXT_FIELDS) {
    const value = body[field];
    if (typeof value !== 'string' || value.trim() === '') {
      return new Error(`${field} is required and must not be empty.`);
    }
  }
  if (!EMAIL.test(String(body.email)))
    return new Error('email must be an e-mail address, like jane@example.com.');
  if (body.certificateType !== 'account') return new Error('certificateType must be "account".');
  const url = typeof body.callbackUrl === 'string' ? parseUrl(body.callbackUrl) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname))) return url;
  return new Error('callbackUrl is required and must be an absolute https URL (http only on this machine).');
}
