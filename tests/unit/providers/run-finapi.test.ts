import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { StepRunner } from './support/step-runner.ts';
import { profileOf } from './support/whole-profiles.ts';

const finapi = profileOf('finapi');

let sandbox: Sandbox;
let runner: StepRunner;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['finapi', 'finapiProcess'] });
  runner = new StepRunner(finapi, sandbox);
});
afterAll(() => sandbox.stop());

const statusOf = async (id: string, typed: Record<string, string> = {}): Promise<number> =>
  (await runner.run(id, { typed })).answer.status;

test('a process: its token works once when it is invalidated', async () => {
  expect((await runner.run('create-process')).json).toEqual({
    processes: [{ clientReference: 'order-1', processToken: runner.values.processToken }],
  });
  expect((await runner.run('process-token', { typed: { invalidate: 'false' } })).json).toEqual({
    accessToken: runner.values.user_access_token,
  });
  expect(await statusOf('process-token')).toBe(200);
  expect(await statusOf('process-token')).toBe(404);
});

test('a user, from the client token to the deletion', async () => {
  expect(await statusOf('client-token')).toBe(200);
  const { answer, json } = await runner.run('create-user', {
    typed: { id: 'Jane.Doe', email: 'jane@example.com' },
  });
  expect([answer.status, json]).toEqual([
    201,
    {
      id: 'Jane.Doe',
      password: runner.values.user_password,
      email: 'jane@example.com',
      phone: null,
      isAutoUpdateEnabled: false,
    },
  ]);
  expect(await statusOf('create-user', { id: 'jane.doe' })).toBe(422);
  expect(await statusOf('user-token', { username: 'JANE.DOE' })).toBe(200);
  const before = runner.values.user_access_token;
  expect(await statusOf('user-token')).toBe(200);
  expect(runner.values.user_access_token).toBe(before);
  expect(await statusOf('refresh')).toBe(200);
  expect(runner.values.user_access_token).not.toBe(before);

  expect(await statusOf('revoke', { token_type_hint: 'access_token' })).toBe(200);
  expect(await statusOf('delete-user')).toBe(401);
  expect(await statusOf('user-token')).toBe(200);
  expect(await statusOf('delete-user', { Authorization: runner.values.client_access_token ?? '' })).toBe(403);
  expect((await runner.run('delete-user')).answer).toMatchObject({ status: 200, body: '' });
  expect(await statusOf('user-token')).toBe(400);
});

test('wrong passwords lock the user', async () => {
  await runner.run('create-user', { typed: { id: 'locked', password: 'correct' } });
  const statuses: number[] = [];
  for (let count = 0; count < 6; count++) {
    statuses.push(await statusOf('user-token', { username: 'locked', password: 'wrong' }));
  }
  expect(statuses).toEqual([400, 400, 400, 400, 423, 423]);
});

test('the id of a call comes back', async () => {
  const { answer } = await runner.run('client-token', { typed: { 'X-Request-Id': 'mine' } });
  expect(answer.header('x-request-id')).toBe('mine');
});

describe('before it is sent', () => {
  test.each([
    ['id', 'x'.repeat(37), 'has 37 characters; at most 36 are allowed'],
    ['id', 'jane doe', 'may contain 0-9, A-Z, a-z and -_.+@ only'],
    ['password', '12345', 'must have at least 6 characters'],
    ['password', 'x'.repeat(129), 'has 129 characters; at most 128 are allowed'],
    ['email', `${'x'.repeat(320)}@a`, 'has 322 characters; at most 320 are allowed'],
    ['email', 'jane', 'is not an e-mail address'],
    ['phone', '1'.repeat(51), 'has 51 characters; at most 50 are allowed'],
    ['isAutoUpdateEnabled', 'yes', 'is neither true nor false'],
    ['X-Request-Id', 'x'.repeat(256), 'has 256 characters; at most 255 are allowed'],
  ])('%s that is wrong is found', async (name, value, says) => {
    await expect(runner.run('create-user', { typed: { [name]: value } })).rejects.toThrow(says);
  });
});
