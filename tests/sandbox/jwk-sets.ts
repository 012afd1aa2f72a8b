import type { Env, Hono } from 'hono';
import { cors } from 'hono/cors';
import type { JWK } from 'jose';

/** A public key set as a client registers it. */
export interface JwkSet {
  readonly keys: readonly JWK[];
}

/** Members that only a private or symmetric key has (RFC 7518, section 6). */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const;

/** The public keys of the clients of one provider. */
export class JwkSets {
  readonly #sets = new Map<string, JwkSet>();

  /** Only clients that are known can register keys. */
  addClient(clientId: string): void {
    this.#sets.set(clientId, { keys: [] });
  }

  has(clientId: string): boolean {
    return this.#sets.has(clientId);
  }

  get(clientId: string): JwkSet {
    return this.#sets.get(clientId) ?? { keys: [] };
  }

  register(clientId: string, set: JwkSet): void {
    this.#sets.set(clientId, set);
  }
}

/** Adds `GET` and `PUT /sandbox/jwks?client_id=…`: how a client's signing keys get here without a real portal. */
export function mountJwkSets<E extends Env>(app: Hono<E>, sets: JwkSets): void {
  app.use('/sandbox/*', cors({ origin: '*', allowMethods: ['GET', 'PUT'], allowHeaders: ['Content-Type'] }));

  app.get('/sandbox/jwks', (c) => {
    const clientId = c.req.query('client_id') ?? '';
    return sets.has(clientId) ? c.json(sets.get(clientId)) : c.json(unknownClient(clientId), 404);
  });

  app.put('/sandbox/jwks', async (c) => {
    const clientId = c.req.query('client_id') ?? '';
    if (!sets.has(clientId)) return c.json(unknownClient(clientId), 404);
    const read = readJwkSet(await c.req.text());
    if (typeof read === 'string') return c.json({ error: 'invalid_jwks', error_description: read }, 400);
    sets.register(clientId, read);
    return c.json(read);
  });
}

/** Reads a public key set, or says in a sentence why the text is none. */
function readJwkSet(text: string): JwkSet | string {
  const value = parseJson(text);
  if (!isObject(value) || !Array.isArray(value.keys))
    return 'The body must be JSON of the form {"keys": […]}.';
  for (const [index, key] of value.keys.entries()) {
    if (!isObject(key) || typeof key.kty !== 'string') return `keys[${index}] must be an object with a kty.`;
    const member = privateMemberOf(key);
    if (member !== undefined) {
      return `keys[${index}] has the private member "${member}". Register the public key only, and replace this key: it has left your machine's key store.`;
    }
    if (typeof key.kid !== 'string' || key.kid === '') return `keys[${index}] must have a kid.`;
  }
  return { keys: value.keys as JWK[] };
}

/** The first member of a JWK that must not leave its owner, if it has one. */
export function privateMemberOf(jwk: Readonly<Record<string, unknown>>): string | undefined {
  return PRIVATE_MEMBERS.find((name) => Object.hasOwn(jwk, name));
}

function unknownClient(clientId: string): { error: string; error_description: string } {
  return { error: 'invalid_client', error_description: `The client "${clientId}" is not registered here.` };
}

/** Parses JSON; undefined when the text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether a parsed value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
