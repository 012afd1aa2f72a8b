import { MAX_PROFILE_DEPTH, MAX_VALUES } from './profile-limits.ts';
import { type ProfileProblem, pointerTo } from './profile-problem.ts';

/** Names that mean something else to JavaScript than to JSON. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Looks through parsed JSON for what no profile may hold: names that reach into objects' inheritance, nesting that cannot be
 * printed, more values than a page can show. Does not recurse; ends with the first problem.
 */
export function guardJson(value: unknown): ProfileProblem | undefined {
  const waiting: { readonly value: unknown; readonly path: readonly (string | number)[] }[] = [
    { value, path: [] },
  ];
  let seen = 0;
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (++seen + waiting.length > MAX_VALUES) return tooMany();
    const { value: found, path } = one;
    if (typeof found !== 'object' || found === null) continue;
    if (path.length >= MAX_PROFILE_DEPTH) return tooDeep(path);
    const names = Array.isArray(found) ? [...found.keys()] : Object.keys(found);
    const bad = names.find((name) => typeof name === 'string' && FORBIDDEN.has(name));
    if (bad !== undefined) return forbidden([...path, bad]);
    for (const name of names.toReversed()) {
      waiting.push({ value: (found as Record<string | number, unknown>)[name], path: [...path, name] });
    }
  }
  return undefined;
}

function tooMany(): ProfileProblem {
  return {
    code: 'too-many-values',
    pointer: '',
    expected: `at most ${MAX_VALUES} values`,
    found: 'more',
    remedy: 'Split the file into several.',
  };
}

function tooDeep(path: readonly (string | number)[]): ProfileProblem {
  return {
    code: 'too-deep',
    pointer: pointerTo(path),
    expected: `at most ${MAX_PROFILE_DEPTH} levels`,
    found: 'more',
    remedy: 'Remove the inner objects; no profile nests so deeply.',
  };
}

function forbidden(path: readonly (string | number)[]): ProfileProblem {
  return {
    code: 'forbidden-name',
    pointer: pointerTo(path),
    expected: 'another name',
    found: `“${path.at(-1)}”`,
    remedy: 'Remove this member; its name has a meaning of its own in JavaScript.',
  };
}
