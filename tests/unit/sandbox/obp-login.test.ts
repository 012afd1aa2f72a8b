import { Buffer } from 'node:buffer';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_HOLDER_TOKEN } from '../../sandbox/obp/login.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { createDauthKey, type DauthKey, obpError, put, SAMPLE_CLAIMS } from './support/dauth.ts';
import { type HttpAnswer, httpRequest } from './support/http-request.ts';

const NOT_LOGGED_IN = 'OBP-20001: User not logged in. Authentication is required!';
const CORRUPTED = 'OBP-20071: The DAuth JWT is corrupted/changed during a transport.';
const DEFAULTS = {
  allow_dauth: true,
  'dauth.host': '127.0.0.1',
  'jwt.use.ssl': false,
  account_holder: '*',
};

let sandbox: Sandbox;
let key: DauthKey;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['obp'] });
  key = await createDauthKey();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  await set(DEFAULTS);
  await put(`${sandbox.urls.obp}/sandbox/public-key`, key.publicJwk);
});

const set = (settings: unknown): Promise<HttpAnswer> => put(`${sandbox.urls.obp}/sandbox/settings`, settings);
const current = (headers: Record<string, string | string[]>, version = 'v3.0.0'): Promise<HttpAnswer> =>
  httpRequest(`${sandbox.urls.obp}/obp/${version}/users/current`, { headers });

describe('a signed DAuth token', () => {
  it.each(['v2.0.0', 'v3.0.0', 'v5.1.0'])('logs in at %s', async (version) => {
    const answer = await current({ DAuth: await key.sign() }, version);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({
      user_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      email: '',
      provider_id: SAMPLE_CLAIMS.smart_contract_address,
      provider: 'dauth.AIRNODE.TESTNET.ETHEREUM',
      username: SAMPLE_CLAIMS.smart_contract_address,
      entitlements: {
        list: [
          {
            entitlement_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
            role_name: 'CanCreateEntitlementAtAnyBank',
            bank_id: '',
          },
        ],
      },
    });
  });

  it.each(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'])('may be signed with %s', async (alg) => {
    const other = await createDauthKey(alg);
    await put(`${sandbox.urls.obp}/sandbox/public-key`, other.publicJwk);
    expect((await current({ DAuth: await other.sign() })).status).toBe(200);
  });

  it('stands for the same user each time, and for another one on another network', async () => {
    const idOf = async (claims: Record<string, unknown>): Promise<string> => {
      const { body } = await current({ DAuth: await key.sign(claims) });
      return (JSON.parse(body) as { user_id: string }).user_id;
    };
    const first = await idOf(SAMPLE_CLAIMS);
    expect(await idOf({ ...SAMPLE_CLAIMS, consumer_key: 'another' })).toBe(first);
    expect(await idOf({ ...SAMPLE_CLAIMS, network_name: 'ETHEREUM' })).not.toBe(first);
  });

  it('never expires and is valid before its time', async () => {
    const times = { exp: 1, nbf: 4_000_000_000, iat: 4_000_000_000 };
    expect((await current({ DAuth: await key.sign({ ...SAMPLE_CLAIMS, ...times }) })).status).toBe(200);
  });

  it.each(['timestamp', 'msg_sender', 'request_id'])('needs no %s', async (name) => {
    const claims = { ...SAMPLE_CLAIMS, [name]: undefined };
    expect((await current({ DAuth: await key.sign(claims) })).status).toBe(200);
  });
});

describe('a corrupted token', () => {
  const mandatory = ['smart_contract_address', 'network_name', 'consumer_key'];
  it.each([...mandatory.map((name) => [name, undefined] as const), ['consumer_key', 7]] as const)(
    'is one whose %s is %s',
    async (name, value) => {
      const DAuth = await key.sign({ ...SAMPLE_CLAIMS, [name]: value });
      expect(obpError(await current({ DAuth }))).toEqual([401, `${NOT_LOGGED_IN} <- ${CORRUPTED}`]);
    },
  );

  it('is one that another key signed: 400 from version 2.0.0, 401 from all later ones', async () => {
    const DAuth = await (await createDauthKey()).sign();
    expect(obpError(await current({ DAuth }, 'v2.0.0'))).toEqual([400, CORRUPTED]);
    for (const version of ['v3.0.0', 'v5.1.0']) {
      const answer = await current({ DAuth }, version);
      expect(obpError(answer)).toEqual([401, `${NOT_LOGGED_IN} <- ${CORRUPTED}`]);
      const realm = `realm="${sandbox.urls.obp}"`;
      expect(answer.header('www-authenticate')).toBe(`OAuth ${realm}, Bearer ${realm}, DirectLogin ${realm}`);
    }
  });
});

describe('a token that OBP fails to read', () => {
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`;
  const symmetric = (): Promise<string> =>
    new SignJWT({ ...SAMPLE_CLAIMS }).setProtectedHeader({ alg: 'HS256' }).sign(new Uint8Array(32));
  it.each([
    ['HS256, as in the sample', symmetric, 'The algorithm HS256 is not one for RSA keys.'],
    ['no JWT', async () => 'abc', 'The header value is not a signed JWT.'],
    ['an unsigned JWT', async () => unsigned, 'The header value is not a signed JWT.'],
  ])('is an unknown error: %s', async (_name, token, detail) => {
    const message = `OBP-20067: Unknown DAuth login error. ${detail}`;
    const DAuth = await token();
    expect(obpError(await current({ DAuth }))).toEqual([500, message]);
    expect(obpError(await current({ DAuth }, 'v2.0.0'))).toEqual([500, message]);
  });

  it('is any token while no key is registered', async () => {
    const other = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['obp'] });
    const headers = { DAuth: await key.sign() };
    const answer = await httpRequest(`${other.urls.obp}/obp/v3.0.0/users/current`, { headers });
    expect(obpError(answer)).toEqual([
      500,
      'OBP-20067: Unknown DAuth login error. No public key is registered at this sandbox: PUT /sandbox/public-key.',
    ]);
    await other.stop();
  });
});

describe('the header', () => {
  it.each(['dauth', 'DAUTH', 'Dauth'])('is not found as %s', async (name) => {
    expect(obpError(await current({ [name]: await key.sign() }))).toEqual([401, NOT_LOGGED_IN]);
  });

  it('is missed at every version', async () => {
    expect(obpError(await current({}))).toEqual([401, NOT_LOGGED_IN]);
    expect(obpError(await current({}, 'v2.0.0'))).toEqual([401, NOT_LOGGED_IN]);
  });

  it('must be sent once', async () => {
    const token = await key.sign();
    const message = 'OBP-20072: DAuth Header value should be one single string.';
    expect(obpError(await current({ DAuth: [token, token] }))).toEqual([
      401,
      `${NOT_LOGGED_IN} <- ${message}`,
    ]);
    expect(obpError(await current({ DAuth: [token, token] }, 'v2.0.0'))).toEqual([400, message]);
  });

  it('is not looked at when DAuth is off', async () => {
    await set({ allow_dauth: false });
    expect(obpError(await current({ DAuth: await key.sign() }))).toEqual([401, NOT_LOGGED_IN]);
  });
});

describe('the allowed addresses', () => {
  const refused = 'OBP-20069: DAuth login can be done only from allowed addresses.';
  it.each([
    ['10.0.0.1', refused],
    ['10.0.0.1, 127.0.0.1', refused],
    ['', refused],
    [null, 'OBP-20068: Property dauth.host is not defined.'],
  ])('%j do not let 127.0.0.1 in', async (host, message) => {
    await set({ 'dauth.host': host });
    const DAuth = await key.sign();
    expect(obpError(await current({ DAuth }))).toEqual([401, `${NOT_LOGGED_IN} <- ${message}`]);
    expect(obpError(await current({ DAuth }, 'v2.0.0'))).toEqual([400, message]);
  });

  it('are separated by commas alone', async () => {
    await set({ 'dauth.host': '10.0.0.1,127.0.0.1' });
    expect((await current({ DAuth: await key.sign() })).status).toBe(200);
  });
});

describe('other credentials', () => {
  it('win over DAuth without a word', async () => {
    const headers = { authorization: `Bearer ${ACCOUNT_HOLDER_TOKEN}`, DAuth: await key.sign() };
    expect(JSON.parse((await current(headers)).body)).toMatchObject({ username: 'account-holder' });
  });

  it.each([
    ['authorization', 'Bearer x', 'OBP-20208: Cannot match the issuer and JWKS URI at this server instance.'],
    ['authorization', 'DirectLogin token=x', 'OBP-20003: This DirectLogin token is invalid or expired:'],
    ['DirectLogin', 'token=x', 'OBP-20003: This DirectLogin token is invalid or expired:'],
  ])('fail although the DAuth token is good: %s %s', async (name, value, message) => {
    const answer = await current({ [name]: value, DAuth: await key.sign() });
    expect(obpError(answer)).toEqual([401, `${NOT_LOGGED_IN} <- ${message}`]);
  });

  it('of OAuth 1 win too, those that OBP does not know lose', async () => {
    const DAuth = await key.sign();
    expect(obpError(await current({ authorization: 'OAuth x', DAuth }))).toEqual([401, NOT_LOGGED_IN]);
    expect((await current({ authorization: 'Basic x', DAuth })).status).toBe(200);
    expect(obpError(await current({ authorization: 'Basic x' }))).toEqual([
      401,
      `${NOT_LOGGED_IN} <- OBP-20080: Authorization Header format is not supported at this instance.`,
    ]);
  });
});
