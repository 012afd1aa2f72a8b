import type { Json } from '../jwt/types.ts';
import type { StepSpec } from '../providers/step-types.ts';

/** A value that an answer gave. */
export interface FoundResult {
  readonly name: string;
  readonly value: string;
  readonly secret: boolean;
  /** Milliseconds since the epoch; absent when nobody says. */
  readonly expiresAt?: number;
}

/**
 * What a step's answer offers to later steps.
 * @param receivedAt milliseconds since the epoch
 */
export function resultsOf(
  { gives }: Pick<StepSpec, 'gives'>,
  json: Json | undefined,
  receivedAt: number,
): readonly FoundResult[] {
  if (json === undefined) return [];
  return gives.flatMap(({ name, path, sent, secret = false, expiresInPath, lifetime }) => {
    if (sent) return [];
    const value = textOf(valueAt(json, path));
    if (value === undefined || value === '') return [];
    const said = expiresInPath === undefined ? Number.NaN : secondsOf(valueAt(json, expiresInPath));
    const seconds = Number.isNaN(said) ? lifetime : said;
    return [
      {
        name,
        value,
        secret,
        ...(seconds === undefined ? {} : { expiresAt: receivedAt + seconds * 1_000 }),
      },
    ];
  });
}

/**
 * What a step's request, once it was answered well, offers to later steps.
 * @param values by the place and name of a field
 */
export function sentResultsOf(
  { gives }: Pick<StepSpec, 'gives'>,
  values: Readonly<Record<string, string>>,
): readonly FoundResult[] {
  return gives.flatMap(({ name, path, sent, secret = false }) => {
    const value = sent ? values[path] : undefined;
    return value ? [{ name, value, secret }] : [];
  });
}

/** The value at a dotted path, in which a number picks a member of a list; undefined when there is none. */
export function valueAt(json: Json | undefined, path: string): Json | undefined {
  let value = json;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Readonly<Record<string, Json>>)[name];
  }
  return value;
}

function textOf(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A number of seconds, which some servers send as text. */
function secondsOf(value: Json | undefined): number {
  if (typeof value !== 'number' && typeof value !== 'string') return Number.NaN;
  const seconds = value === '' ? Number.NaN : Number(value);
  return Number.isFinite(seconds) ? seconds : Number.NaN;
}
