import type { BaseIssue } from 'valibot';

/** Where a value is not of its shape, and what it should be: `hops[2].url is not a text`. */
export function whatIsWrong(issue: BaseIssue<unknown>): string {
  const place = (issue.path ?? []).reduce(
    (before, { key }) => before + (typeof key === 'number' ? `[${key}]` : `${before && '.'}${String(key)}`),
    '',
  );
  const isAbsent = issue.kind === 'schema' && issue.type === 'object' && issue.expected?.startsWith('"');
  if (isAbsent) return `${place} is missing`;
  return `${place || 'it'} is not ${issue.message}`;
}
