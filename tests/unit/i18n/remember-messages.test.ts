import { expect, it, vi } from 'vitest';
import { rememberMessages } from '../../../lib/i18n/remember-messages.ts';

const MESSAGES: Readonly<Record<string, string>> = {
  plain: 'Flows',
  count: '$1 of $2, once more $1',
};

it('asks for a message once and puts every value in its place, whatever the value holds', () => {
  const source = vi.fn((name: string, values: readonly string[]) =>
    (MESSAGES[name] ?? '').replace(/\$([1-9])/g, (_, place: string) => values[Number(place) - 1] ?? ''),
  );
  const t = rememberMessages(source);
  expect([t('plain', []), t('plain', []), t('unknown', ['1'])]).toEqual(['Flows', 'Flows', '']);
  expect(t('count', ['3', '5'])).toBe('3 of 5, once more 3');
  expect(t('count', ['$2', '\ue0000\ue001'])).toBe('$2 of \ue0000\ue001, once more $2');
  expect(source).toHaveBeenCalledTimes(3);
});
