import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readStorageScan } from '../../../../lib/flow/app-storage/read-storage-scan.ts';

it('reads a sound answer as it is', () => {
  const entry = { area: 'localStorage', name: 'oidc.s1', holds: ['state', 'verifier'] } as const;
  const scan = { origin: 'https://app.example', entries: [entry], total: 4 };
  expect(readStorageScan(scan)).toEqual(scan);
});

it('takes of anything else only what has the expected form', () => {
  expect(readStorageScan(undefined)).toBeUndefined();
  expect(readStorageScan({ origin: 1, entries: [] })).toBeUndefined();
  const entries = [
    null,
    { area: 'cookies', name: 'a', holds: ['state'] },
    { area: 'localStorage', name: 7, holds: ['state'] },
    { area: 'localStorage', name: 'x'.repeat(1_000), holds: ['state', 'password', { value: 'secret' }] },
    { area: 'localStorage', name: 'b', holds: 'state' },
  ];
  expect(readStorageScan({ origin: 'o', entries, total: 'many' })).toEqual({
    origin: 'o',
    entries: [{ area: 'localStorage', name: 'x'.repeat(300), holds: ['state'] }],
    total: 0,
  });
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (entries, total) => {
      readStorageScan(entries);
      const scan = readStorageScan({ origin: '', entries, total });
      expect(scan === undefined).toBe(!Array.isArray(entries));
    }),
  );
});
