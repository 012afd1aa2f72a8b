import { CompactEncrypt, generateKeyPair, importJWK, type JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { createDauthKey, obpError, put, SAMPLE_CLAIMS } from './support/dauth.ts';
import { type HttpAnswer, httpRequest } from './support/http-request.ts';

let sandbox: Sandbox;
let publicJwk: JWK;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['obp'], obp: { useSsl: true } });
  const { body } = await httpRequest(`${sandbox.urls.obp}/sandbox/encryption-key`);
  publicJwk = (JSON.parse(body) as { jwk: JWK }).jwk;
});
afterAll(() => sandbox.stop());

type Recipient = Parameters<CompactEncrypt['encrypt']>[0];

async function encrypt(claims: unknown, recipient?: Recipient, enc = 'A128GCM'): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc })
    .encrypt(recipient ?? (await importJWK(publicJwk, 'RSA-OAEP-256')));
}
const current = (token: string): Promise<HttpAnswer> =>
  httpRequest(`${sandbox.urls.obp}/obp/v3.0.0/users/current`, { headers: { DAuth: token } });

describe('an encrypted DAuth token', () => {
  it('is encrypted for the key that the server shows', () => {
    expect(publicJwk).toEqual({
      kty: 'RSA',
      n: expect.any(String),
      e: 'AQAB',
      kid: expect.any(String),
      use: 'enc',
      alg: 'RSA-OAEP-256',
    });
  });

  it('logs in', async () => {
    const answer = await current(await encrypt(SAMPLE_CLAIMS));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ provider: 'dauth.AIRNODE.TESTNET.ETHEREUM' });
  });

  it('is corrupted without a mandatory claim', async () => {
    const token = await encrypt({ ...SAMPLE_CLAIMS, consumer_key: undefined });
    expect(obpError(await current(token))).toEqual([
      401,
      'OBP-20001: User not logged in. Authentication is required! <- ' +
        'OBP-20071: The DAuth JWT is corrupted/changed during a transport.',
    ]);
  });

  const unreadable =
    'OBP-20067: Unknown DAuth login error. The header value is not a JWE for the key of GET /sandbox/encryption-key.';
  it.each([
    ['a signed token', async () => (await createDauthKey()).sign()],
    [
      'another recipient',
      async () => encrypt(SAMPLE_CLAIMS, (await generateKeyPair('RSA-OAEP-256')).publicKey),
    ],
    ['another content encryption', () => encrypt(SAMPLE_CLAIMS, undefined, 'A256GCM')],
  ])('cannot be read: %s', async (_name, token) => {
    expect(obpError(await current(await token()))).toEqual([500, unreadable]);
  });

  it('is not read when the setting changes', async () => {
    await put(`${sandbox.urls.obp}/sandbox/settings`, { 'jwt.use.ssl': false });
    const { publicJwk: registered } = await createDauthKey();
    await put(`${sandbox.urls.obp}/sandbox/public-key`, registered);
    expect(obpError(await current(await encrypt(SAMPLE_CLAIMS)))[0]).toBe(500);
  });
});
