import type { Granted, Outcome } from './outcome-types.ts';
import { migrateMarks } from './schema/migrate-flow.ts';
import type { FlowSummary } from './summary-types.ts';
import type { Abandonment } from './types.ts';

/** A row as an earlier version may have stored it: until 0.1.0 its outcome was an English sentence. */
export type StoredSummary = Omit<FlowSummary, 'outcome'> & { readonly outcome: Outcome | string };

/** A stored row in today's shape. The sentences of 0.1.0 become data; whatever else they were was an error code. */
export function migrateSummary({ outcome, ...summary }: StoredSummary): FlowSummary {
  return {
    ...summary,
    marks: migrateMarks(summary.marks),
    outcome: typeof outcome === 'string' ? readOutcome(outcome) : outcome,
  };
}

const GRANTED: Readonly<Record<string, Granted>> = {
  'Code received': 'code',
  'ID token received': 'id_token',
  'Access token received': 'access_token',
  'Encrypted response received': 'encrypted',
};

const ABANDONED: Readonly<Record<string, Abandonment>> = {
  'Browser closed before the callback': 'browser closed',
  'Tab closed before the callback': 'tab closed',
  'Started again before the callback': 'started again',
  'Left before the callback': 'left by the user',
};

function readOutcome(text: string): Outcome {
  const [, before = text, ending] = /^(.*), (dropped|held|released|released with changes)$/s.exec(text) ?? [];
  if (ending === 'held' || ending === 'dropped') return { kind: ending, ...answerOf(before) };
  if (ending === 'released with changes') return { kind: 'released-with-changes', names: [] };
  return readPlain(before);
}

function readPlain(text: string): Outcome {
  const granted = Object.hasOwn(GRANTED, text) ? GRANTED[text] : undefined;
  if (granted) return { kind: 'granted', granted, ...(granted === 'code' ? NOT_OBSERVED : {}) };
  const why = Object.hasOwn(ABANDONED, text) ? ABANDONED[text] : undefined;
  if (why) return { kind: 'abandoned', why };
  if (text === 'Waiting for the callback') return { kind: 'waiting' };
  if (text === 'Neither code nor error') return { kind: 'no-answer' };
  const submitted = /^(.*) by webhook(, waiting for the callback)?$/s.exec(text);
  if (submitted) return readTold(submitted[1] ?? '', submitted[2] !== undefined);
  const status = /^The provider answered (\d+)$/.exec(text)?.[1];
  if (status !== undefined) return { kind: 'provider-failed', status: Number(status) };
  const stopped = /^Stopped: (.*)$/s.exec(text)?.[1];
  if (stopped !== undefined) return { kind: 'stopped', error: stopped };
  return { kind: 'refused', error: errorOf(text) };
}

const NOT_OBSERVED = { exchange: 'not-observed' } as const;

function readTold(what: string, waiting: boolean): Outcome {
  if (what === 'Code') return { kind: 'webhook-granted', granted: 'code', waiting };
  if (what === 'ID token') return { kind: 'webhook-granted', granted: 'id_token', waiting };
  return { kind: 'webhook-refused', error: what, waiting };
}

function answerOf(text: string): { readonly granted?: Granted; readonly error?: string } {
  if (text === 'Neither code nor error') return {};
  return Object.hasOwn(GRANTED, text) ? { granted: GRANTED[text] as Granted } : { error: errorOf(text) };
}

function errorOf(text: string): string {
  return text === 'Error without a code' ? '' : text;
}
