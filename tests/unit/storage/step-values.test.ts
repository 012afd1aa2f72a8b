import { expect, test } from 'vitest';
import { createStepMemory, EMPTY_RECORD, type StepRecord } from '../../../lib/storage/step-values.ts';
import { clearableArea, memoryVault } from '../support/memory-vault.ts';

const RECORD: StepRecord = {
  ...EMPTY_RECORD,
  typed: { token: { client_id: 'typed-client' } },
  secrets: { token: { client_secret: 'hush' } },
  results: [{ stepId: 'token', name: 'access_token', value: 'given', secret: true, at: 1 }],
  outcomes: { token: { ok: true, at: 1, status: 200 } },
  saved: true,
};

function memory(local = clearableArea(), session = clearableArea()) {
  const { vault } = memoryVault(local, session);
  return { local, session, steps: createStepMemory({ local, session, vault }) };
}

test('saved values are there in the next session, and nothing of them lies in storage.local in clear', async () => {
  const { local, steps } = memory();
  await steps.write('p/e', RECORD);
  const stored = JSON.stringify([...local.items]);
  for (const text of ['typed-client', 'hush', 'given', 'client_secret', '200']) {
    expect(stored.includes(text)).toBe(false);
  }
  expect(await memory(local).steps.read('p/e')).toEqual(RECORD);
  expect(await memory(local).steps.read('p/other')).toEqual(EMPTY_RECORD);
});

test('values of one owner do not open as those of another', async () => {
  const { local, steps } = memory();
  await steps.write('p/e', RECORD);
  const moved = local.items.get('steps-secret:p/e');
  await local.set({ 'steps-secret:p/other': moved });
  expect((await memory(local).steps.read('p/other')).secrets).toEqual({});
});

test('secrets that are no longer saved, and values that are forgotten, leave no bytes', async () => {
  const { local, session, steps } = memory();
  await local.set({ 'settings:recording': true });
  await steps.write('p/e', RECORD);
  let cleared = 0;
  const clear = async (): Promise<void> => {
    cleared++;
    await local.clear();
  };
  const watched = memory({ ...local, clear }, session).steps;
  await watched.write('p/e', { ...RECORD, saved: false });
  expect(cleared).toBe(1);
  expect([...local.items.keys()].toSorted()).toEqual(['settings:recording', 'steps:p/e', 'vault:root']);
  await watched.forget('p/e');
  expect(cleared).toBe(2);
  expect([...local.items.keys()].toSorted()).toEqual(['settings:recording', 'vault:root']);
});

test('what an earlier version wrote in clear is read, and encrypted', async () => {
  const { local, steps } = memory();
  const { typed, authentication, secrets, results, outcomes } = RECORD;
  await local.set({
    'steps:p/e': { typed, authentication },
    'steps-secret:p/e': { secrets, results, outcomes },
  });
  expect(await steps.read('p/e')).toEqual(RECORD);
  expect(JSON.stringify([...local.items])).not.toContain('hush');
  expect(await memory(local).steps.read('p/e')).toEqual(RECORD);
});
