import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explainAnswer } from '../../../lib/calls/explain-answer.ts';
import type { FaultKind } from '../../sandbox/faults.ts';
import type { ServerName } from '../../sandbox/ports.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { put } from '../sandbox/support/dauth.ts';
import { StepRunner } from './support/step-runner.ts';
import { profileOf } from './support/whole-profiles.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  const servers = ['obp', 'finapi', 'finapiProcess', 'connectpay', 'leatherback', 'lab'] as const;
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers });
});
afterAll(() => sandbox.stop());

const FAULTS: readonly FaultKind[] = ['500', 'expired', 'locked', 'ip-not-allowed'];

/** One call of each server that can be told to fail. */
const CALLS: readonly (readonly [ServerName, string, string, Record<string, string>])[] = [
  ['connectpay', 'connectpay', 'exchange', { code: '1f9ae0a1-21f9-445c-9939-75c281a3b06b' }],
  ['leatherback', 'leatherback', 'client-token', { password: 'x' }],
  ['leatherback', 'leatherback', 'accounts', { Authorization: 'x' }],
  ['finapi', 'finapi', 'client-token', {}],
  ['finapi', 'finapi', 'create-user', { Authorization: 'x' }],
  ['finapiProcess', 'finapi', 'create-process', {}],
  ['obp', 'obp', 'users-current', { DAuth: 'x' }],
];

describe.each(CALLS)('%s, %s/%s', (server, profileId, id, typed) => {
  test.each(FAULTS)('%s is explained, with its source', async (kind) => {
    const profile = profileOf(profileId);
    const step = profile.steps?.find((one) => one.id === id);
    await put(`${sandbox.urls[server]}/sandbox/fault`, { kind, times: 1 });
    const given = {
      ClientId: 'D464C9D7862744839A583821379DF260',
      client_id: 'D464C9D7862744839A583821379DF260',
    };
    const { answer, json } = await new StepRunner(profile, sandbox).run(id, {
      typed: { ...(profileId === 'leatherback' ? given : {}), ...typed },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    const body = { status: answer.status, headers: [], body: answer.body, cut: false };
    const remarks = explainAnswer(step ?? {}, profile, body, json as never);
    expect(remarks.filter(({ source }) => source !== undefined)).not.toEqual([]);
  });
});
