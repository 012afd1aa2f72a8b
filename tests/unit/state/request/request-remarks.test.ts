import { describe, expect, it } from 'vitest';
import type { DraftProblem } from '../../../../lib/providers/check-draft.ts';
import type { Finding } from '../../../../lib/rules/types.ts';
import { countRemarks, remarksOf } from '../../../../lib/state/request/request-remarks.ts';

const problem = (change: Partial<DraftProblem> = {}): DraftProblem => ({
  code: 'too-short',
  message: 'state is short.',
  remedy: 'Press New.',
  severity: 'warning',
  parameter: 'state',
  ...change,
});
const finding = (change: Partial<Finding> = {}): Finding => ({
  rule: 'AR15',
  severity: 'warning',
  message: 'state can be guessed.',
  remedy: 'Make a fresh one.',
  source: 'RFC 6749 section 10.10',
  at: { part: 'request', parameter: 'state' },
  ...change,
});

describe('the remarks on a draft', () => {
  it('leave out a problem that a rule finds on the same parameter', () => {
    expect(remarksOf([problem()], [finding()])).toEqual([
      {
        severity: 'warning',
        rule: 'AR15',
        message: 'state can be guessed.',
        remedy: 'Make a fresh one.',
        source: 'RFC 6749 section 10.10',
        parameter: 'state',
      },
    ]);
  });

  it('keep a problem of another parameter or of another kind', () => {
    const messages = (problems: readonly DraftProblem[]) =>
      remarksOf(problems, [finding()]).map(({ message }) => message);
    expect(messages([problem({ parameter: 'nonce', message: 'nonce is short.' })])).toEqual([
      'nonce is short.',
      'state can be guessed.',
    ]);
    expect(messages([problem({ code: 'surrounding-space', message: 'state has a space.' })])).toEqual([
      'state has a space.',
      'state can be guessed.',
    ]);
  });

  it('leave out a general finding that the provider’s own rule says better', () => {
    const rules = (...submitted: readonly Finding[]) => remarksOf([], submitted).map(({ rule }) => rule);
    const general = finding({ rule: 'RO06', severity: 'info' });
    expect(rules(general)).toEqual(['RO06']);
    expect(rules(general, finding({ rule: 'LB04', severity: 'info' }))).toEqual(['LB04']);
  });

  it('stand in the order of their severity', () => {
    const remarks = remarksOf(
      [problem({ code: 'not-json' })],
      [finding({ severity: 'info' }), finding({ severity: 'error', rule: 'AR01' })],
    );
    expect(remarks.map(({ severity }) => severity)).toEqual(['error', 'warning', 'info']);
  });

  it('belong to the endpoint without a parameter, and to a row without a name', () => {
    const { parameter: _, ...nowhere } = problem({ code: 'endpoint-missing' });
    expect(remarksOf([nowhere], [])[0]).not.toHaveProperty('parameter');
    const { parameter: __, ...nameless } = problem({ code: 'nameless' });
    expect(remarksOf([nameless], [])[0]?.parameter).toBe('');
  });

  it('are counted in words', () => {
    expect(countRemarks([])).toBe('no errors, no warnings, no notes');
    expect(countRemarks(remarksOf([problem({ code: 'x' })], [finding({ severity: 'error' })]))).toBe(
      '1 error, 1 warning, no notes',
    );
  });
});
