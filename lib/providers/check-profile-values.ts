import { isHttp, parseUrl } from '../oauth/url.ts';
import { describeValue } from './describe-value.ts';
import { linearPattern } from './linear-pattern.ts';
import { type ProfileProblem, pointerTo } from './profile-problem.ts';
import type { Profile } from './types.ts';

type Path = readonly (string | number)[];
type Add = (problem: Omit<ProfileProblem, 'pointer'>, path: Path) => void;

/** What the shape of a profile cannot say: repeated ids, addresses that are none, patterns that cannot be used. */
export function checkProfileValues(profile: Profile): readonly ProfileProblem[] {
  const problems: ProfileProblem[] = [];
  const add: Add = (problem, path) => problems.push({ ...problem, pointer: pointerTo(path) });
  unique(profile.environments, 'id', ['environments'], add);
  unique(profile.parameters, 'name', ['parameters'], add);
  unique(profile.steps ?? [], 'id', ['steps'], add);
  for (const [index, one] of profile.environments.entries()) {
    const at = ['environments', index];
    if (one.authorizationEndpoint !== '')
      address(one.authorizationEndpoint, [...at, 'authorizationEndpoint'], add);
    if (one.issuer !== undefined) address(one.issuer, [...at, 'issuer'], add);
    if (one.keyRegistration !== undefined) address(one.keyRegistration, [...at, 'keyRegistration'], add);
    for (const [name, base] of Object.entries(one.bases ?? {})) {
      if (base !== '') address(base, [...at, 'bases', name], add);
    }
  }
  for (const [index, { checks }] of profile.parameters.entries()) {
    patterns(checks, ['parameters', index, 'checks'], add);
  }
  for (const [index, step] of (profile.steps ?? []).entries()) {
    const at = ['steps', index];
    if (step.kind === 'call' && !step.request) {
      add(
        {
          code: 'missing-member',
          expected: 'request, since kind is “call”',
          found: 'nothing',
          remedy: 'Add a request with method, url and encoding, or choose another kind.',
        },
        [...at, 'request'],
      );
    }
    if (step.request && !/^\{[^{}]+\}/.test(step.request.url))
      address(step.request.url, [...at, 'request', 'url'], add);
    for (const [field, { checks }] of step.fields.entries())
      patterns(checks, [...at, 'fields', field, 'checks'], add);
  }
  return problems;
}

function unique<K extends string>(
  list: readonly { readonly [name in K]: string }[],
  member: K,
  path: Path,
  add: Add,
): void {
  const seen = new Set<string>();
  for (const [index, one] of list.entries()) {
    if (seen.has(one[member])) {
      const expected = `${member === 'id' ? 'an id' : 'a name'} that stands here once`;
      const remedy = 'Give each its own, or remove one of them.';
      add({ code: 'repeated', expected, found: `${describeValue(one[member])} again`, remedy }, [
        ...path,
        index,
        member,
      ]);
    }
    seen.add(one[member]);
  }
}

/** Only http and https are ever opened or asked; names and passwords have no place in an address. */
function address(text: string, path: Path, add: Add): void {
  const url = isHttp(text) ? parseUrl(text.replaceAll(/\{[^{}]+\}/g, 'x')) : undefined;
  if (url && url.hostname !== '' && url.username === '' && url.password === '') return;
  add(
    {
      code: 'not-http',
      expected: 'an http or https address without a user name',
      found: describeValue(text),
      remedy: 'Write it whole: https://provider.example/authorize.',
    },
    path,
  );
}

function patterns(
  checks: readonly { readonly kind: string; readonly pattern?: string }[],
  path: Path,
  add: Add,
): void {
  for (const [index, check] of checks.entries()) {
    if (check.kind !== 'pattern' || check.pattern === undefined) continue;
    try {
      linearPattern(check.pattern);
    } catch (error) {
      add(
        {
          code: 'pattern',
          expected: 'a regular expression of characters, classes, groups, alternatives and repetitions',
          found: `one that ${error instanceof Error ? error.message : 'cannot be read'}`,
          remedy: 'Write it without back references, look-around, named groups and word boundaries.',
        },
        [...path, index, 'pattern'],
      );
    }
  }
}
