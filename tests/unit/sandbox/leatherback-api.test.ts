import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEATHERBACK_CLIENT } from '../../sandbox/leatherback/clients.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { type HttpAnswer, httpRequest, postForm, postJson } from './support/http-request.ts';
import { createTestKey, errorCodeOf, putJwks, VALID_CLAIMS } from './support/leatherback.ts';

const START = Date.parse('2030-01-01T00:00:00Z');
let now = START;
const CALLBACK_FAULT =
  'callbackUrl is required and must be an absolute https URL (http only on this machine).';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['leatherback'], now: () => now });
});
afterAll(() => sandbox.stop());

const REGISTRATION = {
  countryISO: 'GB',
  address: '1 Roada Way, Calculta',
  name: 'Cway Bottle Company',
  email: 'cway-bottle@finance.co',
  certificateType: 'account',
  callbackUrl: 'https://webhook.site/0994061c',
};
const register = (
  body: unknown,
  headers: Record<string, string> = { 'signature-certificate': 'Adaobi@' },
): Promise<HttpAnswer> => postJson(`${sandbox.urls.leatherback}/api/account/registration`, body, headers);

const descriptionOf = ({ body }: HttpAnswer): unknown =>
  (JSON.parse(body) as { error_description?: unknown }).error_description;

const CLIENT_TOKEN = {
  password: LEATHERBACK_CLIENT.certificate,
  client_id: LEATHERBACK_CLIENT.id,
  scope: 'account',
  grant_type: 'client_credentials',
};
const token = (form: Record<string, string>): Promise<HttpAnswer> =>
  postForm(`${sandbox.urls.leatherback}/auth/token`, form);

async function bearer(form: Record<string, string> = CLIENT_TOKEN): Promise<Record<string, string>> {
  const { access_token } = JSON.parse((await token(form)).body) as { access_token: string };
  return { authorization: `Bearer ${access_token}` };
}

describe('registration', () => {
  it('answers as documented, and the new client can get a token', async () => {
    const answer = await register(REGISTRATION);
    expect(answer.status).toBe(200);
    const body = JSON.parse(answer.body) as { ClientId: string };
    expect(body).toEqual({
      Certificate: 'Adaobi@',
      ClientId: expect.stringMatching(/^[0-9A-F]{32}$/),
      Message: 'OK',
    });
    const client = { ...CLIENT_TOKEN, client_id: body.ClientId, password: 'Adaobi@' };
    expect((await token(client)).status).toBe(200);
  });

  it.each([
    ['countryISO', 'GBR', 'countryISO is required and must be two capital letters, like GB.'],
    ['address', '', 'address is required and must not be empty.'],
    ['name', undefined, 'name is required and must not be empty.'],
    ['email', 1, 'email is required and must not be empty.'],
    ['certificateType', 'payment', 'certificateType must be "account".'],
    ['email', 'nobody', 'email must be an e-mail address, like jane@example.com.'],
    ['email', 'a b@example.com', 'email must be an e-mail address, like jane@example.com.'],
    ['callbackUrl', 'webhook', CALLBACK_FAULT],
    ['callbackUrl', 'ftp://a/b', CALLBACK_FAULT],
    ['callbackUrl', 'http://webhook.site/x', CALLBACK_FAULT],
  ])('refuses %s %s', async (field, value, message) => {
    const answer = await register({ ...REGISTRATION, [field]: value });
    expect(answer.status).toBe(400);
    expect(descriptionOf(answer)).toBe(message);
  });

  it('needs the header, JSON, and an object', async () => {
    expect(descriptionOf(await register(REGISTRATION, {}))).toBe(
      'The header signature-certificate is required.',
    );
    const text = { 'signature-certificate': 'a', 'content-type': 'text/plain' };
    expect(descriptionOf(await register(REGISTRATION, text))).toBe('Content-Type must be application/json.');
    expect(descriptionOf(await register([]))).toBe('The body must be a JSON object.');
  });
});

describe('the client token', () => {
  it("repeats the guide's contradictions", async () => {
    const answer = await token(CLIENT_TOKEN);
    const body = JSON.parse(answer.body) as { access_token: string };
    expect(body).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 63919 });
    const seconds = START / 1000;
    expect(decodeJwt(body.access_token)).toEqual({
      unique_name: LEATHERBACK_CLIENT.id,
      certificate: LEATHERBACK_CLIENT.certificate,
      nbf: seconds,
      iat: seconds,
      exp: seconds + 300,
    });
  });

  it.each([
    ['a wrong password', { password: 'x' }, 401, 'invalid_client'],
    ['an unknown client', { client_id: 'x' }, 401, 'invalid_client'],
    ['scope accounts', { scope: 'accounts' }, 400, 'invalid_scope'],
    ['another grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['an unknown code', { grant_type: 'authorization_code', code: 'x' }, 400, 'invalid_grant'],
  ])('is refused for %s', async (_name, changes, status, error) => {
    const answer = await token({ ...CLIENT_TOKEN, ...changes });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ error });
  });

  it('is refused for JSON and for repeated parameters', async () => {
    const url = `${sandbox.urls.leatherback}/auth/token`;
    const json = await postJson(url, CLIENT_TOKEN);
    expect(descriptionOf(json)).toBe('Content-Type must be application/x-www-form-urlencoded.');
    const repeated = await postForm(url, new URLSearchParams('scope=account&scope=account'));
    expect(descriptionOf(repeated)).toBe('The parameter scope must be sent exactly once.');
  });
});

describe('consents', () => {
  const DATA = {
    Permissions: ['ReadAccountsBasic', 'ReadBeneficiariesBasic'],
    ExpirationDateTime: '2030-06-30T08:38:43.527Z',
    TransactionFromDateTime: '2029-06-29T08:38:43.527Z',
    TransactionToDateTime: '2029-06-30T08:38:43.527Z',
  };
  const create = async (data: unknown, headers?: Record<string, string>): Promise<HttpAnswer> =>
    postJson(
      `${sandbox.urls.leatherback}/account-access-consents`,
      { Data: data, Risk: {} },
      headers ?? (await bearer()),
    );

  it('are created, shown, and usable by the client that created them only', async () => {
    const headers = await bearer();
    const answer = await create(DATA, headers);
    expect(answer.status).toBe(201);
    const body = JSON.parse(answer.body) as { Data: { ConsentId: string }; Links: { Self: string } };
    const id = body.Data.ConsentId;
    expect(body).toEqual({
      Data: {
        ...DATA,
        ConsentId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        Status: 'AwaitingAuthorisation',
        CreationDateTime: '2030-01-01T00:00:00.000Z',
        StatusUpdateDateTime: '2030-01-01T00:00:00.000Z',
      },
      Risk: {},
      Links: { Self: `${sandbox.urls.leatherback}/account-access-consents/${id}` },
      Meta: { TotalPages: 1 },
    });
    expect(JSON.parse((await httpRequest(body.Links.Self, { headers })).body)).toEqual(body);

    const { ClientId } = JSON.parse((await register(REGISTRATION)).body) as { ClientId: string };
    const other = await bearer({ ...CLIENT_TOKEN, client_id: ClientId, password: 'Adaobi@' });
    expect((await httpRequest(body.Links.Self, { headers: other })).status).toBe(404);
    const key = await createTestKey();
    await putJwks(sandbox.urls.leatherback, ClientId, { keys: [key.publicJwk] });
    const claims = { id_token: { openbanking_intent_id: { value: id } } };
    const request = await key.sign({ ...VALID_CLAIMS, client_id: ClientId, claims });
    const opened = await httpRequest(`${sandbox.urls.leatherback}/?request=${request}&state=s`);
    expect(errorCodeOf(opened)).toBe('intent_unknown');
  });

  it.each([
    ['no permissions', { Permissions: [] }, 'Data.Permissions must not be empty.'],
    [
      'an unknown permission',
      { Permissions: ['ReadAll'] },
      'Data.Permissions may contain ReadAccountsBasic, ReadAccountsDetail, ReadBeneficiariesBasic, ReadBeneficiariesDetail.',
    ],
    [
      'a date that is none',
      { TransactionToDateTime: 'tomorrow' },
      'Data.TransactionToDateTime must be an ISO 8601 time in UTC, like 2030-06-30T08:38:43.527Z.',
    ],
    [
      'the thirteenth month',
      { TransactionToDateTime: '2030-13-30T08:38:43.527Z' },
      'Data.TransactionToDateTime must be an ISO 8601 time in UTC, like 2030-06-30T08:38:43.527Z.',
    ],
    [
      'an expiration in the past, as in the sample',
      { ExpirationDateTime: '2024-06-30T08:38:43.527Z' },
      'Data.ExpirationDateTime must lie in the future.',
    ],
    [
      'from after to',
      { TransactionFromDateTime: '2029-07-01T00:00:00Z' },
      'Data.TransactionFromDateTime must be before Data.TransactionToDateTime.',
    ],
  ])('are refused for %s', async (_name, changes, message) => {
    const answer = await create({ ...DATA, ...changes });
    expect(answer.status).toBe(400);
    expect(descriptionOf(answer)).toBe(message);
  });

  it('need a token that is ours and not expired', async () => {
    expect((await create(DATA, {})).status).toBe(401);
    expect((await create(DATA, { authorization: 'Bearer a.b.c' })).status).toBe(401);
    const headers = await bearer();
    now = START + 300_000;
    expect((await create(DATA, headers)).status).toBe(401);
    now = START;
    expect((await create(DATA, headers)).status).toBe(201);
  });
});
