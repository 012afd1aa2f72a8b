import type { BaseIssue } from 'valibot';
import { describeValue } from './describe-value.ts';
import { MAX_PROBLEMS } from './profile-limits.ts';
import { type ProfileProblem, pointerTo } from './profile-problem.ts';
import { quote } from './quote.ts';

/** What the schema found, as problems; at most {@link MAX_PROBLEMS}. */
export function problemsOf(issues: readonly BaseIssue<unknown>[]): readonly ProfileProblem[] {
  return issues.slice(0, MAX_PROBLEMS).map((issue) => {
    const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    return { ...inWords(issue), pointer: pointerTo(path) };
  });
}

/** Issues of the schema in the words of a problem. */
function inWords(issue: BaseIssue<unknown>): Omit<ProfileProblem, 'pointer'> {
  const { type, input, requirement } = issue;
  const found = describeValue(input);
  if (type === 'strict_object' && issue.expected === 'never') {
    const name = quote(String(issue.path?.at(-1)?.key ?? ''));
    const remedy = 'Remove it, or correct its name.';
    return { code: 'unknown-member', expected: 'no member of this name', found: name, remedy };
  }
  if (input === undefined) {
    const name = issue.path?.at(-1)?.key ?? '';
    return {
      code: 'missing-member',
      expected: typeof name === 'number' ? 'at least one' : `a member ${quote(String(name))}`,
      found,
      remedy: 'Add it.',
    };
  }
  const bound = BOUNDS[type]?.(Number(requirement), input);
  if (bound) return { ...bound, code: type.replaceAll('_', '-') };
  if (type === 'regex') {
    const isHost = issue.path?.some(({ key }) => key === 'hosts');
    return {
      code: 'format',
      expected: isHost ? 'a host as a match pattern' : 'letters, digits, - and _, at most 64',
      found,
      remedy: isHost ? 'Write it like https://login.example.com/*.' : 'Write it like my-provider.',
    };
  }
  if (type === 'picklist' || type === 'variant' || type === 'literal') {
    const expected = (issue.expected ?? '')
      .replaceAll(/[()]/g, '')
      .replaceAll(' | ', ', ')
      .replaceAll('"', '');
    return { code: 'not-one-of', expected: `one of ${expected}`, found, remedy: 'Choose one of them.' };
  }
  return { code: 'wrong-type', expected: TYPES[type] ?? 'another value', found, remedy: 'Change its type.' };
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  boolean: 'true or false',
  number: 'a number',
  integer: 'a whole number',
  array: 'a list',
  tuple_with_rest: 'a list',
  record: 'an object',
  strict_object: 'an object',
};

type Bound = (limit: number, input: unknown) => Omit<ProfileProblem, 'pointer' | 'code'>;

const sizeOf = (input: unknown): string =>
  String(
    typeof input === 'object' && input !== null && !Array.isArray(input)
      ? Object.keys(input).length
      : ((input as { readonly length?: number }).length ?? input),
  );

const BOUNDS: Readonly<Record<string, Bound>> = {
  max_length: (limit, input) => ({
    expected: `at most ${limit} ${Array.isArray(input) ? 'members' : 'characters'}`,
    found: sizeOf(input),
    remedy: 'Shorten it.',
  }),
  min_length: (limit, input) => ({
    expected: `at least ${limit} ${Array.isArray(input) ? 'members' : 'characters'}`,
    found: sizeOf(input),
    remedy: 'Fill it in.',
  }),
  max_entries: (limit, input) => ({
    expected: `at most ${limit} members`,
    found: sizeOf(input),
    remedy: 'Remove some.',
  }),
  max_value: (limit, input) => ({
    expected: `at most ${limit}`,
    found: describeValue(input),
    remedy: 'Lower it.',
  }),
  min_value: (limit, input) => ({
    expected: `at least ${limit}`,
    found: describeValue(input),
    remedy: 'Raise it.',
  }),
};
