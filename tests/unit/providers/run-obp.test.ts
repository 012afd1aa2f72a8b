import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OBP_VIEW_FLAGS } from '../../../lib/providers/obp-view-flags.ts';
import { PERMISSIONS } from '../../sandbox/obp/permissions.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { createDauthKey, put } from '../sandbox/support/dauth.ts';
import { StepRunner } from './support/step-runner.ts';
import { profileOf } from './support/whole-profiles.ts';

const obp = profileOf('obp');

let sandbox: Sandbox;
let runner: StepRunner;
let dauth: string;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['obp'] });
  const key = await createDauthKey();
  await put(`${sandbox.urls.obp}/sandbox/public-key`, key.publicJwk);
  dauth = await key.sign();
  runner = new StepRunner(obp, sandbox);
});
afterAll(() => sandbox.stop());

const run = async (id: string, typed: Record<string, string> = {}): Promise<[number, unknown]> => {
  const { answer, json } = await runner.run(id, { typed: { ...typed, DAuth: dauth } });
  return [answer.status, json];
};

test('asks who it is, and takes the provider from there', async () => {
  expect(await run('users-current')).toEqual([
    200,
    expect.objectContaining({ provider: 'dauth.AIRNODE.TESTNET.ETHEREUM' }),
  ]);
  expect(runner.values.provider).toBe('dauth.AIRNODE.TESTNET.ETHEREUM');
});

test('gives and takes access at version 5.1.0: one view comes back', async () => {
  expect(await run('create-user-access')).toEqual([201, expect.objectContaining({ id: 'auditor' })]);
  expect(await run('grant-access')).toEqual([201, expect.objectContaining({ id: 'auditor' })]);
  expect(await run('revoke-access')).toEqual([201, { revoked: true }]);
});

test('gives and takes access at version 4.0.0: a list of views comes back', async () => {
  expect(await run('create-user-access-v4')).toEqual([201, [expect.objectContaining({ id: 'auditor' })]]);
  expect(await run('grant-access-v4')).toEqual([201, expect.objectContaining({ id: 'auditor' })]);
  expect(await run('revoke-access-v4')).toEqual([201, { revoked: true }]);
});

test('gives roles, and the answer’s user_id fills Grant', async () => {
  expect(await run('create-user-roles')).toEqual([
    201,
    { list: [expect.objectContaining({ role_name: 'CanCreateAccount', bank_id: 'gh.29.uk' })] },
  ]);
  expect(await run('grant-access')).toEqual([201, expect.objectContaining({ id: 'auditor' })]);
});

describe('every flag of a view', () => {
  test('is explained, in the order of the documents', () => {
    const names = OBP_VIEW_FLAGS.map(({ value }) => value);
    expect(names.filter((name) => name.startsWith('can_'))).toEqual([...PERMISSIONS]);
    for (const { says } of OBP_VIEW_FLAGS) expect(says).toMatch(/^.{8,}\.$/);
  });

  test('is in the answer', async () => {
    const [, view] = await run('create-user-access');
    const flags = Object.entries(view as object).filter(([, value]) => typeof value === 'boolean');
    expect(flags.map(([name]) => name).sort()).toEqual(OBP_VIEW_FLAGS.map(({ value }) => value).sort());
  });
});

describe('the codes of the documents', () => {
  test('are explained, each with its document', () => {
    const documented = Object.entries(obp.errors).filter(
      ([, { source }]) => source === 'Open Bank Project, Account Access',
    );
    expect(documented.map(([code]) => code)).toEqual(
      [
        10001, 20001, 20005, 20017, 20084, 20085, 20086, 20087, 30001, 30005, 30018, 30063, 30064, 30065,
        30252, 50000,
      ].map((number) => `OBP-${number}`),
    );
  });

  test.each([
    ['a bank that is not there', 'grant-access', { BANK_ID: 'no' }, 404, 'OBP-30001'],
    ['an account that is not there', 'grant-access', { ACCOUNT_ID: 'no' }, 404, 'OBP-30018'],
    ['a source view that is not yours', 'grant-access', { VIEW_ID: 'auditor' }, 403, 'OBP-20017'],
    ['a target the source may not grant', 'grant-access', { view_id: 'nosuchview' }, 403, 'OBP-20084'],
    ['a target the source may not revoke', 'revoke-access', { view_id: 'nosuchview' }, 403, 'OBP-20086'],
    [
      'a user that is not there',
      'grant-access',
      { user_id: '00000000-0000-4000-8000-000000000000' },
      404,
      'OBP-20005',
    ],
    ['a custom view that is not there', 'grant-access', { view_id: '_no' }, 400, 'OBP-30005'],
    ['a system view that is not there', 'grant-access', { view_id: 'firehose' }, 400, 'OBP-30252'],
    ['access that was never given', 'revoke-access', { view_id: 'accountant' }, 400, 'OBP-30065'],
  ] as const)('%s: %s', async (_, id, typed, status, code) => {
    const [found, json] = await run(id, { ...typed });
    expect([found, (json as { message: string }).message]).toEqual([status, expect.stringContaining(code)]);
    expect(obp.errors[code]).toBeDefined();
  });
});

test('a provider without dauth. is found before it is sent', async () => {
  await expect(run('create-user-access', { provider: 'ETHEREUM' })).rejects.toThrow(
    'create-user-access: provider “ETHEREUM” does not begin with dauth..',
  );
});
