import type { FlowSummary } from './summary-types.ts';
import type { FlowStatus } from './types.ts';

/** Fields that a term may name, as in `state:abc`. */
type FilterField = 'state' | 'code' | 'provider' | 'client' | 'flowid' | 'error' | 'host' | 'is' | 'has';

/** One condition; all of a filter's terms must hold. */
interface FilterTerm {
  /** Lower case; compared as a part of the field's value. */
  readonly text: string;
  /** Absent for a bare word, which may stand in any field. */
  readonly field?: FilterField;
  readonly negated: boolean;
}

/** What a filter text says. */
export interface Filter {
  readonly terms: readonly FilterTerm[];
}

/** A summary's text, prepared once so that 10,000 of them answer a keystroke. */
export interface Searchable {
  readonly fields: Readonly<Record<FilterField, string>>;
  readonly all: string;
}

/** What `is:` finds, a line each. */
const STATUS_WORDS = {
  open: 'open',
  completed: 'completed',
  failed: 'failed\nerror',
  held: 'held',
  abandoned: 'abandoned',
  unseen: 'unseen',
} as const satisfies Record<FlowStatus, string>;

const FIELDS: ReadonlySet<string> = new Set<FilterField>([
  'state',
  'code',
  'provider',
  'client',
  'flowid',
  'error',
  'host',
  'is',
  'has',
]);

// An optional minus, an optional field and colon, then a quoted or a bare text. An open quote runs to the end.
const TERM = /(-?)(?:([a-z]+):)?(?:"([^"]*)(?:"|$)|(\S+))/giy;

/** Reads a filter text. Every text is a filter: what is no known field is a word to look for. */
export function parseFilter(text: string): Filter {
  const terms: FilterTerm[] = [];
  const source = text.trim();
  const next = new RegExp(TERM);
  for (let at = 0; at < source.length; ) {
    next.lastIndex = at;
    const match = next.exec(source);
    at = match ? next.lastIndex : at + 1;
    const term = match && readTerm(match);
    if (term) terms.push(term);
  }
  return { terms };
}

function readTerm([, minus, name, quoted, bare]: RegExpExecArray): FilterTerm | undefined {
  const field = name?.toLowerCase();
  const value = (quoted ?? bare ?? '').toLowerCase();
  const known = field !== undefined && FIELDS.has(field);
  const text = known || field === undefined ? value : `${field}:${value}`;
  if (text === '') return undefined;
  return { text, negated: minus === '-', ...(known ? { field: field as FilterField } : {}) };
}

/**
 * Prepares a summary for {@link matchesFilter}.
 * @param shown words that a page shows instead of the outcome, in another language; the outcome is found all the same
 */
export function searchable(summary: FlowSummary, shown = ''): Searchable {
  const fields = {
    state: lower(summary.state),
    code: lower(summary.code),
    provider: `${lower(summary.provider)}\n${lower(summary.profileId)}`,
    client: lower(summary.clientId),
    flowid: lower(summary.flowid),
    error: lower(summary.error),
    host: lower(summary.host),
    is: `${STATUS_WORDS[summary.status]}\n${summary.kind ?? 'sign-in'}`,
    has: [...(summary.errors > 0 ? ['error'] : []), ...(summary.warnings > 0 ? ['warning'] : [])].join('\n'),
  };
  return {
    fields,
    all: `${Object.values(fields).join('\n')}\n${summary.outcome.kind.replaceAll('-', ' ')}\n${lower(shown)}\n${lower(summary.id)}`,
  };
}

/** True when every term of the filter holds. A filter without terms matches everything. */
export function matchesFilter({ terms }: Filter, { fields, all }: Searchable): boolean {
  return terms.every(({ text, field, negated }) => {
    const found = WHOLE.has(field)
      ? begins(fields[field as 'is' | 'has'], text)
      : (field ? fields[field] : all).includes(text);
    return found !== negated;
  });
}

/** Fields of fixed words. */
const WHOLE: ReadonlySet<FilterField | undefined> = new Set<FilterField>(['is', 'has']);

/** A word counts from its beginning (`is:comp`), so that it is found while it is typed. */
function begins(words: string, text: string): boolean {
  return words.split('\n').some((word) => word !== '' && word.startsWith(text));
}

function lower(text: string | undefined): string {
  return text === undefined ? '' : text.toLowerCase();
}
