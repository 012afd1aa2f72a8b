import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmFactor, logIn } from '../../sandbox/scenarios/steps.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { HttpBrowser } from '../sandbox/support/http-browser.ts';
import { createTestKey, putJwks, VALID_CLAIMS } from '../sandbox/support/leatherback.ts';
import { StepRunner } from './support/step-runner.ts';
import { profileOf } from './support/whole-profiles.ts';

const leatherback = profileOf('leatherback');

let sandbox: Sandbox;
let runner: StepRunner;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['leatherback', 'client'] });
  runner = new StepRunner(leatherback, sandbox);
});
afterAll(() => sandbox.stop());

/** Signs the request object for the registered client and its consent, and lets the customer grant it. */
async function authorize(state: string): Promise<HttpBrowser> {
  const key = await createTestKey();
  const { ClientId = '', ConsentId } = runner.values;
  await putJwks(sandbox.urls.leatherback, ClientId, { keys: [key.publicJwk] });
  const request = await key.sign({
    ...VALID_CLAIMS,
    client_id: ClientId,
    redirect_uri: `${sandbox.urls.client}/callback`,
    claims: { id_token: { openbanking_intent_id: { value: ConsentId } } },
  });
  const browser = new HttpBrowser();
  await browser.goto(`${sandbox.urls.leatherback}/?${new URLSearchParams({ request, state })}`);
  await logIn(browser);
  await confirmFactor(browser);
  await browser.click('#grant');
  return browser;
}

test('from the registration to the customer’s account, with the callback by redirect and by webhook', async () => {
  expect((await runner.run('register')).json).toEqual({
    Certificate: 'leatherback-sandbox-certificate',
    ClientId: expect.stringMatching(/^[0-9A-F]{32}$/),
    Message: 'OK',
  });
  expect((await runner.run('client-token')).answer.status).toBe(200);
  expect((await runner.run('consent')).answer.status).toBe(201);
  expect(runner.values.Status).toBe('AwaitingAuthorisation');

  const browser = await authorize('st-1');
  const callback = Object.fromEntries(new URL(browser.url).searchParams);
  expect(sandbox.inbox.webhooks().map(({ json }) => json)).toEqual([callback]);
  runner.keep('callback-redirect', callback);
  expect(runner.values.state).toBe('st-1');

  expect((await runner.run('exchange')).json).toMatchObject({
    token_type: 'Bearer',
    expires_in: 39361,
    id_token: expect.stringMatching(/^oa_stg_/),
  });
  expect((await runner.run('accounts')).json).toMatchObject({
    isSuccess: true,
    value: { accountId: runner.values.accountId, accountNumber: '31926819' },
  });
});

test('the webhook’s values fill the exchange as well, once', async () => {
  await runner.run('consent');
  sandbox.inbox.clear();
  await authorize('st-2');
  runner.keep('callback-webhook', sandbox.inbox.webhooks()[0]?.json as Record<string, string>);
  expect((await runner.run('exchange')).answer.status).toBe(200);
  expect((await runner.run('exchange')).json).toEqual({
    error: 'invalid_grant',
    error_description: 'The code is unknown or already used.',
  });
});

test('accounts wants the customer’s token, and the customer it belongs to', async () => {
  const { client_access_token = '' } = runner.values;
  const wrongToken = await runner.run('accounts', { typed: { Authorization: client_access_token } });
  expect([wrongToken.answer.status, wrongToken.json]).toEqual([
    401,
    {
      isSuccess: false,
      error: 'Send the token of the code exchange as Bearer token.',
      message: 'Send the token of the code exchange as Bearer token.',
      responseCode: '401',
      value: null,
    },
  ]);
  const CustomerId = '55893436-72ce-4d3b-87ea-08db5ad078bb';
  expect((await runner.run('accounts', { typed: { CustomerId } })).answer.status).toBe(403);
});

test('checks find what the documents’ sample consent gets wrong', async () => {
  const sample = {
    'Data.Permissions': 'ReadAccountsBasic ReadBeneficiariesBasic ReadBeneficiariesDetail',
    'Data.ExpirationDateTime': '2024-06-30T08:38:43.527Z',
    'Data.TransactionFromDateTime': '2024-06-29T08:38:43.527Z',
    'Data.TransactionToDateTime': '2024-06-30T08:38:43.527Z',
  };
  await expect(runner.run('consent', { typed: sample })).rejects.toThrow(
    'consent: Data.ExpirationDateTime “2024-06-30T08:38:43.527Z” has passed.',
  );
});
