import { describe, expect, it } from 'vitest';
import { CALL_MISTAKES } from './cases/call-mistakes.ts';
import { CALLBACK_MISTAKES } from './cases/callback-mistakes.ts';
import { FLOW_MISTAKES } from './cases/flow-mistakes.ts';
import { OBJECT_MISTAKES } from './cases/object-mistakes.ts';
import { PROVIDER_MISTAKES } from './cases/provider-mistakes.ts';
import { REQUEST_MISTAKES } from './cases/request-mistakes.ts';
import { SOUND_TOKENS, TOKEN_MISTAKES } from './cases/token-mistakes.ts';
import { ofToken } from './support/journeys.ts';
import type { Mistake } from './support/sound.ts';

const TABLES: Readonly<Record<string, readonly Mistake[]>> = {
  'an authorize request': REQUEST_MISTAKES,
  'a request object': OBJECT_MISTAKES,
  'a callback': CALLBACK_MISTAKES,
  'a token call': CALL_MISTAKES,
  'several requests': FLOW_MISTAKES,
  'a token by itself': TOKEN_MISTAKES,
  'what a provider documents': PROVIDER_MISTAKES,
};

describe.each(Object.entries(TABLES))('a single mistake in %s is found', (_, mistakes) => {
  it.each(mistakes)('$rule: $name', ({ rule, also = [], findings }) => {
    const found = findings();
    expect(found.map((one) => one.rule)).toContain(rule);
    const others = found.filter((one) => one.severity === 'error' && one.rule !== rule);
    expect(others.map((one) => one.rule).filter((one) => !also.includes(one))).toEqual([]);
  });
});

describe('a token without a mistake', () => {
  it.each(SOUND_TOKENS.map(([name, text, options]) => ({ name, text, options })))(
    'is accused of nothing: $name',
    ({ text, options }) => {
      const objections = ofToken(text, options).filter(({ severity }) => severity !== 'info');
      expect(objections.map((one) => `${one.rule}: ${one.message}`)).toEqual([]);
    },
  );
});
