import { describe, expect, it } from 'vitest';
import { factName, factValue, partTitle } from '../../../components/compare/comparison-labels.ts';
import { setMessages } from '../../../lib/i18n/t.ts';
import english from '../../../public/_locales/en/messages.json' with { type: 'json' };

describe('the words of a comparison', () => {
  it('say in English what the comparison says', () => {
    expect([
      partTitle('Request object claims'),
      factName('Outcome', 'recognised by'),
      factName('Times', 'until the callback'),
      factValue('Outcome', 'status', 'abandoned'),
      factValue('Outcome', 'outcome', { kind: 'state-mismatch' }),
    ]).toEqual([
      'Request object claims',
      'recognised by',
      'until the callback',
      'abandoned',
      'State mismatch',
    ]);
  });

  it('leave the names and the values of parameters and claims as they are', () => {
    setMessages((name) => (name in english ? 'übersetzt' : ''));
    expect([factName('Outcome', 'status'), factValue('Outcome', 'status', 'open')]).toEqual([
      'übersetzt',
      'übersetzt',
    ]);
    expect([factName('Token claims', 'status'), factValue('Token claims', 'status', 'open')]).toEqual([
      'status',
      'open',
    ]);
    expect(factValue('Outcome', 'endpoint', 'https://a.example/')).toBe('https://a.example/');
  });
});
