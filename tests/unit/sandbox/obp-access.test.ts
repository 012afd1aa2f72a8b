import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_USER_ID } from '../../sandbox/obp/users.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { obpError, put } from './support/dauth.ts';
import { httpRequest } from './support/http-request.ts';
import { AS_HOLDER, ObpCalls } from './support/obp-calls.ts';

const GRANT = 'account-access/grant';
const REVOKE = 'account-access/revoke';
const CREATE = 'user-account-access';
const OWNER = { user_id: SAMPLE_USER_ID, view_id: 'owner' };
const CONTRACT = { username: '0xabc', provider: 'dauth.ETHEREUM', view_id: 'accountant' };

let sandbox: Sandbox;
let calls: ObpCalls;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['obp'] });
  calls = await ObpCalls.at(sandbox);
});
afterAll(() => sandbox.stop());
afterEach(() => put(`${sandbox.urls.obp}/sandbox/settings`, { account_holder: '*' }));

/** Gives the account holder the auditor view, which may grant nothing. */
async function becomeAuditor(): Promise<void> {
  const user_id = await calls.userId(AS_HOLDER);
  expect((await calls.v510(GRANT, { user_id, view_id: 'auditor' })).status).toBe(201);
}

describe('the documented samples', () => {
  it('grant the owner view to the sample user, and revoke it', async () => {
    const granted = await calls.v510(GRANT, OWNER);
    expect(granted.status).toBe(201);
    const { id, short_name, metadata_view, is_public, is_system, alias, ...rest } = JSON.parse(granted.body);
    expect([id, short_name, metadata_view, is_public, is_system, alias]).toEqual([
      'owner',
      'owner',
      'owner',
      false,
      true,
      '',
    ]);
    const { description, hide_metadata_if_alias_used, ...permissions } = rest;
    expect(description).toBe('Everything, and who else has access');
    expect(hide_metadata_if_alias_used).toBe(false);
    expect(Object.keys(permissions)).toHaveLength(74);
    expect(new Set(Object.values(permissions))).toEqual(new Set([true]));

    const revoked = await calls.v510(REVOKE, OWNER);
    expect(revoked.status).toBe(201);
    expect(JSON.parse(revoked.body)).toEqual({ revoked: true });
  });

  it('of the body for a new user are refused, in both shapes', async () => {
    const views = [{ view_id: 'owner', is_system: true }];
    const v400 = { username: 'felixsmith', provider: 'ETHEREUM', views };
    expect(obpError(await calls.v510(CREATE, v400))).toEqual([
      400,
      'OBP-10001: Incorrect json format. The Json body should be the PostCreateUserAccountAccessJsonV510',
    ]);
    const flat = { username: 'felixsmith', provider: 'ETHEREUM', view_id: 'owner', is_system: true };
    expect(obpError(await calls.v510(CREATE, flat))).toEqual([
      400,
      "OBP-20103: Invalid DAuth User Provider. The user.provider must be start with 'dauth.'",
    ]);
  });
});

describe('a smart contract', () => {
  it('is made with access to a view, as one object, and only once', async () => {
    const answer = await calls.v510(CREATE, CONTRACT);
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.body)).toMatchObject({
      id: 'accountant',
      is_system: true,
      can_see_bank_account_balance: true,
      can_add_comment: false,
    });
    expect((await calls.v510(CREATE, CONTRACT)).status).toBe(201);
    const user_id = await calls.userId(await calls.as('0xabc'));
    const again = await calls.v510(REVOKE, { user_id, view_id: 'accountant' });
    expect(JSON.parse(again.body)).toEqual({ revoked: true });
  });

  it('holds the account once it has logged in, unless the settings name another', async () => {
    const headers = await calls.as('0xdef');
    expect((await calls.v510(GRANT, OWNER, {}, headers)).status).toBe(201);
    await put(`${sandbox.urls.obp}/sandbox/settings`, { account_holder: '0x111' });
    const stranger = await calls.as('0x222');
    expect(obpError(await calls.v510(GRANT, OWNER, {}, stranger))).toEqual([
      403,
      'OBP-20017: Current user does not have access to the view. Please specify a valid value for VIEW_ID. Current ViewId is owner',
    ]);
    expect((await calls.v510(GRANT, OWNER, {}, await calls.as('0x111'))).status).toBe(201);
  });
});

describe('before they look at the body, all three endpoints', () => {
  it.each([CREATE, GRANT, REVOKE])('%s need a login, the bank, the account and a view', async (endpoint) => {
    expect(obpError(await calls.v510(endpoint, {}, { bank: 'x' }, {}))).toEqual([
      401,
      'OBP-20001: User not logged in. Authentication is required!',
    ]);
    expect(obpError(await calls.v510(endpoint, {}, { bank: 'x', account: 'y' }))).toEqual([
      404,
      'OBP-30001: Bank not found. Please specify a valid value for BANK_ID. Current BankId is x',
    ]);
    expect(obpError(await calls.v510(endpoint, {}, { account: 'y', view: 'z' }))).toEqual([
      404,
      'OBP-30018: Bank Account not found. Please specify valid values for BANK_ID and ACCOUNT_ID. Current BankId is gh.29.uk and Current AccountId is y',
    ]);
    expect(obpError(await calls.v510(endpoint, {}, { view: 'standard' }))).toEqual([
      403,
      'OBP-20017: Current user does not have access to the view. Please specify a valid value for VIEW_ID. Current ViewId is standard',
    ]);
    expect(obpError(await calls.v510(endpoint, {}))[1]).toMatch(/^OBP-10001: Incorrect json format\. /);
  });

  it.each([CREATE, GRANT, REVOKE])('%s need JSON, or are not found', async (endpoint) => {
    const path = `/obp/v5.1.0/banks/x/accounts/y/views/z/${endpoint}`;
    const answer = await httpRequest(sandbox.urls.obp + path, { method: 'POST', body: '{}' });
    expect(obpError(answer)).toEqual([
      404,
      'OBP-10404: 404 Not Found. The server could not find the requested URI. Please double check your URL, headers and body.',
    ]);
  });
});

describe('the body', () => {
  const grantOf = (view_id: string, endpoint = GRANT): unknown =>
    endpoint === CREATE ? { ...CONTRACT, view_id } : { user_id: SAMPLE_USER_ID, view_id };

  it.each([
    [GRANT, { user_id: SAMPLE_USER_ID }, 'PostAccountAccessJsonV510'],
    [GRANT, { user_id: SAMPLE_USER_ID, view: { view_id: 'owner' } }, 'PostAccountAccessJsonV510'],
    [REVOKE, { user_id: 1, view_id: 'owner' }, 'PostAccountAccessJsonV510'],
    [CREATE, [], 'PostCreateUserAccountAccessJsonV510'],
  ])('of %s must not be %j', async (endpoint, body, name) => {
    expect(obpError(await calls.v510(endpoint, body))).toEqual([
      400,
      `OBP-10001: Incorrect json format. The Json body should be the ${name}`,
    ]);
  });

  const lacksGrant =
    'OBP-20084: The current source view.can_grant_access_to_views does not contains target view.';
  const lacksCustomGrant = 'OBP-20085: The current source view.can_grant_access_to_custom_views is false.';
  const lacksRevoke =
    'OBP-20086: The current source view.can_revoke_access_to_views does not contains target view.';
  const lacksCustomRevoke = 'OBP-20087: The current source view.can_revoke_access_to_custom_views is false.';
  it.each([
    [CREATE, 'auditor', 'owner', lacksGrant],
    [CREATE, 'auditor', '_life', lacksCustomGrant],
    [GRANT, 'owner', 'nonsense', lacksGrant],
    [GRANT, 'auditor', 'owner', lacksGrant],
    [GRANT, 'auditor', '_life', lacksCustomGrant],
    [REVOKE, 'owner', 'nonsense', lacksRevoke],
    [REVOKE, 'auditor', 'owner', lacksRevoke],
    [REVOKE, 'auditor', '_life', lacksCustomRevoke],
  ])('of %s from %s must not name %s', async (endpoint, view, target, message) => {
    await becomeAuditor();
    const answer = await calls.v510(endpoint, grantOf(target, endpoint), { view });
    const detail = `Current source viewId(${view}) and target viewId (${target})`;
    expect(obpError(answer)).toEqual([403, `${message} ${detail}`]);
  });

  it.each([GRANT, REVOKE])('of %s must name a user', async (endpoint) => {
    expect(obpError(await calls.v510(endpoint, { user_id: 'x', view_id: 'owner' }))).toEqual([
      404,
      'OBP-20005: User not found. Please specify a valid value for USER_ID. Current USER_ID(x)',
    ]);
  });

  it.each([CREATE, GRANT, REVOKE])('of %s must name a view that exists', async (endpoint) => {
    expect(obpError(await calls.v510(endpoint, grantOf('firehose', endpoint)))).toEqual([
      400,
      'OBP-30252: System view not found. Please specify a valid value for VIEW_ID. Current ViewId is firehose',
    ]);
    expect(obpError(await calls.v510(endpoint, grantOf('_none', endpoint)))).toEqual([
      400,
      'OBP-30005: View not found for Account. Please specify a valid value for VIEW_ID. Current ViewId is _none',
    ]);
  });

  it.each([CREATE, GRANT])('of %s must not name a public view', async (endpoint) => {
    expect(obpError(await calls.v510(endpoint, grantOf('_public', endpoint)))).toEqual([
      400,
      'OBP-30063: Cannot grant account access. Current ViewId is _public <- OBP-00005: Public views not allowed on this instance. Please set allow_public_views = true in props files.',
    ]);
  });

  it('may name a custom view', async () => {
    const granted = await calls.v510(GRANT, grantOf('_life'));
    expect(JSON.parse(granted.body)).toMatchObject({ id: '_life', short_name: 'life', is_system: false });
    expect(JSON.parse((await calls.v510(REVOKE, grantOf('_life'))).body)).toEqual({ revoked: true });
  });
});

describe('what cannot be revoked', () => {
  it('is access that nobody has', async () => {
    expect(obpError(await calls.v510(REVOKE, { user_id: SAMPLE_USER_ID, view_id: 'standard' }))).toEqual([
      400,
      'OBP-30064: Cannot revoke account access. Current ViewId is standard <- OBP-30065: Cannot find account access.',
    ]);
  });

  it('is the owner view of somebody who holds the account', async () => {
    const user_id = await calls.userId(AS_HOLDER);
    expect(obpError(await calls.v510(REVOKE, { user_id, view_id: 'owner' }))).toEqual([
      400,
      'OBP-30064: Cannot revoke account access. Current ViewId is owner',
    ]);
  });
});
