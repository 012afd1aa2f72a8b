import { Buffer } from 'node:buffer';
import type { Context } from 'hono';
import { isUuid } from '../params.ts';
import { type ConnectpayClient, findClient } from './clients.ts';
import { refuse } from './errors.ts';

/** Echoes X-Request-ID; a response when it is missing or no UUID. */
export function requireRequestId(c: Context): Response | undefined {
  const requestId = c.req.header('x-request-id') ?? '';
  if (!isUuid(requestId)) {
    return refuse(c, 400, 'invalid_request', 'The header X-Request-ID is required and must be a UUID.');
  }
  c.header('X-Request-ID', requestId);
  return undefined;
}

/** The client of HTTP Basic credentials; a response when there is none. */
export function requireClient(c: Context): ConnectpayClient | Response {
  const client = authenticate(c.req.header('authorization'));
  if (client !== undefined) return client;
  c.header('WWW-Authenticate', 'Basic realm="ConnectPay sandbox"');
  return refuse(c, 401, 'invalid_client', 'Send client_id and client secret as HTTP Basic credentials.');
}

function authenticate(header: string | undefined): ConnectpayClient | undefined {
  const [scheme, encoded = ''] = header?.split(' ') ?? [];
  if (scheme?.toLowerCase() !== 'basic') return undefined;
  const credentials = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = credentials.indexOf(':');
  const client = findClient(decode(credentials.slice(0, colon)));
  const secret = decode(credentials.slice(colon + 1));
  return client !== undefined && secret === client.secret ? client : undefined;
}

/** Id and secret are form-encoded before they are joined (RFC 6749 section 2.3.1). */
const decode = (text: string): string => new URLSearchParams(`v=${text}`).get('v') ?? '';
