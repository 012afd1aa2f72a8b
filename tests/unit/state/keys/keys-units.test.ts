import { expect, test } from 'vitest';
import { isKeySet, MAX_PASTED_KEYS, splitPastedKeys } from '../../../../lib/state/keys/keys-units.ts';

const block = (label: string): string => `-----BEGIN ${label}-----\nAAAA\n-----END ${label}-----`;

test('PEM of several blocks is cut, and what is beside keys is left out', () => {
  const text = `Bag Attributes\n${block('EC PARAMETERS')}\n${block('EC PRIVATE KEY')}\ntext\n${block('CERTIFICATE')}\n`;
  expect(splitPastedKeys(text)).toEqual([block('EC PRIVATE KEY'), block('CERTIFICATE')]);
});

test('a set is cut into its keys', () => {
  const text = '{"keys":[{"kty":"EC"},5]}';
  expect(splitPastedKeys(text)).toEqual(['{"kty":"EC"}', '5']);
  expect(isKeySet(text)).toBe(true);
});

test.each(['', 'x', '{"kty":"EC"}', '{"keys":[]}', '{"keys":', block('PUBLIC KEY'), '-----BEGIN X-----'])(
  '%o stays whole',
  (text) => {
    expect(splitPastedKeys(text)).toEqual([text]);
    expect(isKeySet(text)).toBe(false);
  },
);

test('at most a hundred are read', () => {
  const keys = Array.from({ length: MAX_PASTED_KEYS + 5 }, () => ({}));
  expect(splitPastedKeys(JSON.stringify({ keys }))).toHaveLength(MAX_PASTED_KEYS);
  expect(splitPastedKeys(block('PUBLIC KEY').repeat(MAX_PASTED_KEYS + 5))).toHaveLength(MAX_PASTED_KEYS);
});
