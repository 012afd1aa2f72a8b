import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { put } from './support/dauth.ts';
import { type HttpAnswer, httpRequest } from './support/http-request.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const JWK = publicKey.export({ format: 'jwk' });
const ADVICE = "Register the public key only, and replace this key: it has left your machine's key store.";

/** Self-signed, for CN=dauth.sandbox.test. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIDHTCCAgWgAwIBAgIUK97QjlTnBaBtm9XdRClCnhVSfhIwDQYJKoZIhvcNAQEL
BQAwHTEbMBkGA1UEAwwSZGF1dGguc2FuZGJveC50ZXN0MCAXDTI2MTEyMTAzNTY0
OVoYDzIxMjYxMDI4MDM1NjQ5WjAdMRswGQYDVQQDDBJkYXV0aC5zYW5kYm94LnRl
c3QwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQCSTmE3HJbhj0i5jA5T
0vKWegWUVyIWWojYCduixEZZ5QuLU04U0nVl+XAYz4yYf0h0pFNu95ng38Xq1o+i
Txo5RLZbe1/0PSARzdL0eoTHOBbZL2iIWcuhZ8UoUH2xryafAJzJWxWuuw45jjAc
0vkzpdxmaJtsUamkMvDbZ6BO52eibypFw4eTLsS9u8rzQa5crxXLRdaQySOtF5jD
E2GVQJc2HuWKsvl8Sg9wvNguLtR4cbH3ZCMfDnNpPLYWyKWGBec5Ba+wxPOQERuZ
6TYOzEbcFq3M7LJmB9JBMMrA9Q2Iu73Jpq/Ghb3Ob/J6C5leWnUqjPme0Oah9m40
JdG7AgMBAAGjUzBRMB0GA1UdDgQWBBSOK6glxsdauVcBJHCHXRxe03vlGDAfBgNV
HSMEGDAWgBSOK6glxsdauVcBJHCHXRxe03vlGDAPBgNVHRMBAf8EBTADAQH/MA0G
CSqGSIb3DQEBCwUAA4IBAQCKrJ0YDwpU8AwdhMQAtrOfZ3qrQd7FL0msAz23AduQ
OAei6vaOPHMBNrvwCSLDXV7+X7JNEjWDfW2+npzCs0dchyRNx8nxvIe+x8+rEMYa
T55zkd1HsxPYXjDl//fcZ1RpaBZYnBNuaHctnC1Hmp5t6XMs62/IAl57/ebsJUJU
TBxEGYJrVLDCw7MhQYGa7LhYjbm8HZadPeXrP3BdxrA+mRWKX7t6wDQqDld7dbco
wFsa88kZvjtQnhZ2x+kzRntwp26X2nW8pQjUS2x9r67U0CMgwNw6zpudQHs4LKAs
+EwXPAmOWj3a10aZpOz4X7HzBZpIu0lPTnP6Rb/laDCk
-----END CERTIFICATE-----`;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['obp'] });
});
afterAll(() => sandbox.stop());

const putKey = (value: unknown): Promise<HttpAnswer> => put(`${sandbox.urls.obp}/sandbox/public-key`, value);
const getKey = (): Promise<HttpAnswer> => httpRequest(`${sandbox.urls.obp}/sandbox/public-key`);

describe('the public key', () => {
  it('is none at first', async () => {
    const answer = await getKey();
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.body)).toEqual({
      error: 'not_found',
      error_description: 'No public key is registered: PUT /sandbox/public-key.',
    });
  });

  it.each([
    ['PEM', PEM],
    ['a JWK', { ...JWK, kid: 'a', alg: 'RS256' }],
  ])('is taken as %s and shown as both', async (_name, value) => {
    const answer = await putKey(value);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ pem: PEM, jwk: JWK });
    expect(JSON.parse((await getKey()).body)).toEqual({ pem: PEM, jwk: JWK });
  });

  it('is taken from a certificate', async () => {
    const answer = await putKey(CERTIFICATE);
    expect(answer.status).toBe(200);
    const pem = createPublicKey(CERTIFICATE).export({ type: 'spki', format: 'pem' }).toString();
    expect(JSON.parse(answer.body)).toMatchObject({ pem });
  });

  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
  it.each([
    [
      'a private PEM',
      privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      `This PEM is a private key. ${ADVICE}`,
    ],
    [
      'an old private PEM',
      privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
      `This PEM is a private key. ${ADVICE}`,
    ],
    ['a private JWK', privateKey.export({ format: 'jwk' }), `The key has the private member "d". ${ADVICE}`],
    ['no key', 'abc', 'The body must be a PEM public key or certificate, or a public JWK.'],
    ['an empty JWK', {}, 'The body must be a PEM public key or certificate, or a public JWK.'],
    ['an EC key', ec.export({ format: 'jwk' }), 'The key must be an RSA key.'],
  ])('is refused: %s', async (_name, value, message) => {
    const answer = await putKey(value);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toEqual({ error: 'invalid_key', error_description: message });
  });
});

describe('the settings', () => {
  const defaults = {
    allow_dauth: true,
    'dauth.host': '127.0.0.1',
    'jwt.use.ssl': false,
    account_holder: '*',
  };
  const url = (): string => `${sandbox.urls.obp}/sandbox/settings`;

  it('are shown and changed one by one', async () => {
    expect(JSON.parse((await httpRequest(url())).body)).toEqual(defaults);
    const changed = { ...defaults, allow_dauth: false, 'dauth.host': null };
    expect(JSON.parse((await put(url(), { allow_dauth: false, 'dauth.host': null })).body)).toEqual(changed);
    expect(JSON.parse((await httpRequest(url())).body)).toEqual(changed);
  });

  it.each([
    [[], 'The body must be a JSON object.'],
    [{ allow_dauth: 'yes' }, 'allow_dauth must be true or false.'],
    [{ 'dauth.host': 1 }, 'dauth.host must be a string or null.'],
    [{ 'jwt.use.ssl': null }, 'jwt.use.ssl must be true or false.'],
    [{ account_holder: null }, 'account_holder must be a smart contract address or *.'],
    [{ toString: 1 }, 'There is no setting named "toString".'],
  ])('are refused: %j', async (value, message) => {
    const answer = await put(url(), value);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toEqual({ error: 'invalid_settings', error_description: message });
  });
});

describe('CORS', () => {
  it.each(['/obp/v5.1.0/users/current', '/sandbox/public-key', '/sandbox/fault'])(
    'lets every origin send DAuth to %s',
    async (path) => {
      const headers = {
        origin: 'https://app.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'dauth',
      };
      const answer = await httpRequest(`${sandbox.urls.obp}${path}`, { method: 'OPTIONS', headers });
      expect(answer.status).toBe(204);
      expect(answer.header('access-control-allow-origin')).toBe('*');
      expect(answer.header('access-control-allow-methods')).toBe('GET, POST, OPTIONS, PUT, PATCH, DELETE');
      expect(answer.header('access-control-allow-headers')).toBe('*');
      expect(answer.header('access-control-allow-credentials')).toBe('true');
      expect(answer.header('access-control-max-age')).toBe('1728000');
    },
  );

  it('lets every origin read errors too', async () => {
    const answer = await httpRequest(`${sandbox.urls.obp}/obp/v3.0.0/users/current`);
    expect(answer.status).toBe(401);
    expect(answer.header('access-control-allow-origin')).toBe('*');
  });
});
