import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decryptBytes,
  encryptBytes,
  importEncryptionKey,
  newKeyBytes,
} from '../../../lib/storage/encrypted.ts';
import {
  decryptJson,
  encryptedText,
  encryptJson,
  readEncryptedText,
} from '../../../lib/storage/encrypted-json.ts';

const bytes = fc.uint8Array({ maxLength: 300 }).map((value) => new Uint8Array(value));

test('opens with the same key and name, whatever the bytes', async () => {
  const key = await importEncryptionKey(newKeyBytes());
  await fc.assert(
    fc.asyncProperty(bytes, fc.string(), async (content, name) => {
      expect(await decryptBytes(key, name, await encryptBytes(key, name, content))).toEqual(content);
    }),
    { numRuns: 50 },
  );
});

test('opens with no other key, under no other name, and not with a changed bit', async () => {
  const key = await importEncryptionKey(newKeyBytes());
  const sealed = await encryptBytes(key, 'flow:a', new TextEncoder().encode('code'));
  await expect(decryptBytes(await importEncryptionKey(newKeyBytes()), 'flow:a', sealed)).rejects.toThrow();
  await expect(decryptBytes(key, 'flow:b', sealed)).rejects.toThrow();
  for (const part of ['iv', 'data'] as const) {
    for (let at = 0; at < sealed[part].length; at++) {
      const changed = sealed[part].map((byte, index) => (index === at ? byte ^ 1 : byte));
      await expect(decryptBytes(key, 'flow:a', { ...sealed, [part]: changed })).rejects.toThrow();
    }
  }
});

test('uses 96 random bits for each record, and no two are the same', async () => {
  const key = await importEncryptionKey(newKeyBytes());
  const sealed = await Promise.all(
    Array.from({ length: 200 }, () => encryptBytes(key, 'same', new TextEncoder().encode('same'))),
  );
  expect(sealed.every(({ v, iv }) => v === 1 && iv.length === 12)).toBe(true);
  expect(new Set(sealed.map(({ iv }) => iv.join())).size).toBe(200);
  expect(new Set(sealed.map(({ data }) => data.join())).size).toBe(200);
});

test('keeps JSON in areas that keep JSON alone', async () => {
  const key = await importEncryptionKey(newKeyBytes());
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      const stored = JSON.parse(
        JSON.stringify(encryptedText(await encryptJson(key, 'name', value))),
      ) as unknown;
      const sealed = readEncryptedText(stored);
      expect(sealed && (await decryptJson(key, 'name', sealed))).toEqual(JSON.parse(JSON.stringify(value)));
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
    expect(readEncryptedText(other)).toBeUndefined();
  }
});
