import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importSealingKey, newKeyBytes, seal, unseal } from '../../../lib/storage/sealed.ts';
import { readSealedText, sealedText, sealJson, unsealJson } from '../../../lib/storage/sealed-json.ts';

const bytes = fc.uint8Array({ maxLength: 300 }).map((value) => new Uint8Array(value));

test('opens with the same key and name, whatever the bytes', async () => {
  const key = await importSealingKey(newKeyBytes());
  await fc.assert(
    fc.asyncProperty(bytes, fc.string(), async (content, name) => {
      expect(await unseal(key, name, await seal(key, name, content))).toEqual(content);
    }),
    { numRuns: 50 },
  );
});

test('opens with no other key, under no other name, and not with a changed bit', async () => {
  const key = await importSealingKey(newKeyBytes());
  const sealed = await seal(key, 'flow:a', new TextEncoder().encode('code'));
  await expect(unseal(await importSealingKey(newKeyBytes()), 'flow:a', sealed)).rejects.toThrow();
  await expect(unseal(key, 'flow:b', sealed)).rejects.toThrow();
  for (const part of ['iv', 'data'] as const) {
    for (let at = 0; at < sealed[part].length; at++) {
      const changed = sealed[part].map((byte, index) => (index === at ? byte ^ 1 : byte));
      await expect(unseal(key, 'flow:a', { ...sealed, [part]: changed })).rejects.toThrow();
    }
  }
});

test('uses 96 random bits for each record, and no two are the same', async () => {
  const key = await importSealingKey(newKeyBytes());
  const sealed = await Promise.all(
    Array.from({ length: 200 }, () => seal(key, 'same', new TextEncoder().encode('same'))),
  );
  expect(sealed.every(({ v, iv }) => v === 1 && iv.length === 12)).toBe(true);
  expect(new Set(sealed.map(({ iv }) => iv.join())).size).toBe(200);
  expect(new Set(sealed.map(({ data }) => data.join())).size).toBe(200);
});

test('keeps JSON in areas that keep JSON alone', async () => {
  const key = await importSealingKey(newKeyBytes());
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      const stored = JSON.parse(JSON.stringify(sealedText(await sealJson(key, 'name', value)))) as unknown;
      const sealed = readSealedText(stored);
      expect(sealed && (await unsealJson(key, 'name', sealed))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 50 },
  );
});

test('reads nothing that it did not write', () => {
  for (const other of [
    undefined,
    null,
    'x',
    1,
    {},
    { v: 2, iv: 'AA', data: 'AA' },
    { v: 1, iv: 'AA' },
    { v: 1, iv: '*', data: 'AA' },
  ]) {
    expect(readSealedText(other)).toBeUndefined();
  }
});
