import { type BaseIssue, safeParse } from 'valibot';
import type { Flow } from '../types.ts';
import { FlowSchema } from './flow-schema.ts';
import { FLOW_VERSION, migrateFlow, versionOf } from './migrate-flow.ts';

/** A flow, or why there is none, as a sentence without a full stop. */
export type ReadFlow = { readonly flow: Flow } | { readonly wrong: string };

/** Reads a flow that was stored or is in a session file, by this version or one before it. Never throws. */
export function readFlow(stored: unknown): ReadFlow {
  if (versionOf(stored) > FLOW_VERSION) return { wrong: 'it was written by a newer version of Grantscope' };
  const read = safeParse(FlowSchema, migrateFlow(stored), { abortEarly: true });
  return read.success ? { flow: read.output } : { wrong: whatIsWrong(read.issues[0]) };
}

/** Where a value is not of its shape, and what it should be: `hops[2].url is not a text`. */
function whatIsWrong(issue: BaseIssue<unknown>): string {
  const place = (issue.path ?? []).reduce(
    (before, { key }) => before + (typeof key === 'number' ? `[${key}]` : `${before && '.'}${String(key)}`),
    '',
  );
  const isAbsent = issue.kind === 'schema' && issue.type === 'object' && issue.expected?.startsWith('"');
  if (isAbsent) return `${place} is missing`;
  return `${place || 'it'} is not ${issue.message}`;
}
