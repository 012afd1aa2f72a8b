import type { StepField } from './step-types.ts';

/** What differs between the bearer tokens of two calls. */
interface Bearer {
  /** Names of the values that hold the token, best first. */
  readonly from: readonly string[];
  readonly description: string;
  readonly source: string;
  readonly notes?: readonly string[];
}

/** The `Authorization` header with a bearer token (RFC 6750 section 2.1). */
export function bearer({ from, description, source, notes }: Bearer): StepField {
  return {
    name: 'Authorization',
    in: 'header',
    required: true,
    description,
    constraint: 'The token alone; “Bearer ” is put before it.',
    source,
    type: 'text',
    prefix: 'Bearer ',
    from,
    secret: true,
    checks: [TOKEN_TEXT],
    ...(notes ? { notes } : {}),
  };
}

/** `b64token`, the characters of a bearer token (RFC 6750 section 2.1). */
const TOKEN_TEXT = {
  kind: 'pattern',
  pattern: '^[A-Za-z0-9._~+/-]+=*$',
  says: 'has characters that no bearer token has (RFC 6750 section 2.1)',
} as const;

/** A form field whose value the call fixes, such as `grant_type`. */
export function fixedFormField(
  name: string,
  value: string,
  { description, source, notes }: Pick<StepField, 'description' | 'source' | 'notes'>,
): StepField {
  return {
    name,
    in: 'form',
    required: true,
    description,
    constraint: `Must be ${value}.`,
    source,
    type: 'text',
    default: value,
    choices: [{ value }],
    open: true,
    checks: [{ kind: 'one-of', values: [value] }],
    ...(notes ? { notes } : {}),
  };
}
