import { describe, expect, it } from 'vitest';
import { CONFORMING } from './cases/conforming.ts';

describe('what conforms is accused of nothing', () => {
  it.each(CONFORMING)('$name', ({ findings }) => {
    const objections = findings().filter(({ severity }) => severity !== 'info');
    expect(objections.map((one) => `${one.rule} ${one.severity}: ${one.message}`).join('\n')).toBe('');
  });
});
