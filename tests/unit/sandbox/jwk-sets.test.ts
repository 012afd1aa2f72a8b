import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEATHERBACK_CLIENT } from '../../sandbox/leatherback/clients.ts';
import { registerSigningKey } from '../../sandbox/scenarios/keys.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { type HttpAnswer, httpRequest } from './support/http-request.ts';
import { createTestKey, putJwks } from './support/leatherback.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['leatherback'] });
});
afterAll(() => sandbox.stop());

const descriptionOf = ({ body }: HttpAnswer): unknown =>
  (JSON.parse(body) as { error_description?: unknown }).error_description;

const registeredKids = async (): Promise<string[]> => {
  const address = `${sandbox.urls.leatherback}/sandbox/jwks?client_id=${LEATHERBACK_CLIENT.id}`;
  const { keys } = JSON.parse((await httpRequest(address)).body) as { keys: { kid: string }[] };
  return keys.map(({ kid }) => kid);
};

describe('the registered keys', () => {
  const put = (body: unknown, client: string = LEATHERBACK_CLIENT.id): Promise<HttpAnswer> =>
    putJwks(sandbox.urls.leatherback, client, body);

  it('are kept and shown', async () => {
    const { publicJwk } = await createTestKey();
    expect((await put({ keys: [publicJwk] })).status).toBe(200);
    const address = `${sandbox.urls.leatherback}/sandbox/jwks?client_id=${LEATHERBACK_CLIENT.id}`;
    expect(JSON.parse((await httpRequest(address)).body)).toEqual({ keys: [publicJwk] });
  });

  it.each(['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'])('must not have the private member %s', async (member) => {
    const answer = await put({ keys: [{ kty: 'RSA', kid: 'a', [member]: 'AQAB' }] });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toEqual({
      error: 'invalid_jwks',
      error_description: `keys[0] has the private member "${member}". Register the public key only, and replace this key: it has left your machine's key store.`,
    });
  });

  it.each([
    ['no key set', [], 'The body must be JSON of the form {"keys": […]}.'],
    ['a key without kty', { keys: [{ kid: 'a' }] }, 'keys[0] must be an object with a kty.'],
    ['a key without kid', { keys: [{ kty: 'RSA' }] }, 'keys[0] must have a kid.'],
  ])('are refused: %s', async (_name, body, message) => {
    const answer = await put(body);
    expect(answer.status).toBe(400);
    expect(descriptionOf(answer)).toBe(message);
  });

  it('belong to a known client', async () => {
    const answer = await put({ keys: [] }, 'nobody');
    expect(answer.status).toBe(404);
    expect(descriptionOf(answer)).toBe('The client "nobody" is not registered here.');
  });

  it('may be registered from any origin', async () => {
    const address = `${sandbox.urls.leatherback}/sandbox/jwks?client_id=x`;
    const headers = { origin: 'chrome-extension://abc', 'access-control-request-method': 'PUT' };
    const preflight = await httpRequest(address, { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(204);
    expect(preflight.header('access-control-allow-origin')).toBe('*');
    expect(preflight.header('access-control-allow-methods')).toBe('GET,PUT');
    expect(preflight.header('access-control-allow-headers')).toBe('Content-Type');
  });
});

it('a scenario adds its key and leaves those of others in place', async () => {
  const { kid, publicJwk } = await createTestKey();
  await putJwks(sandbox.urls.leatherback, LEATHERBACK_CLIENT.id, { keys: [publicJwk] });
  const added = await registerSigningKey(sandbox.urls.leatherback, LEATHERBACK_CLIENT.id);
  expect(await registeredKids()).toEqual([kid, added.kid]);
});
