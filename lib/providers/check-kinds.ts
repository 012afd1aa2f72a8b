import { parseUrl } from '../oauth/url.ts';
import { type LinearPattern, linearPattern } from './linear-pattern.ts';
import { quote } from './quote.ts';
import type { ParameterCheck } from './types.ts';

/** What a check found; the sentence goes on after the parameter's name and value. */
export interface CheckFailure {
  readonly code: string;
  readonly says: string;
  readonly remedy: string;
}

interface CheckKind<C extends ParameterCheck> {
  /** `error`: the document or specification forbids it. `warning`: it is unusual or unwise. */
  readonly severity: 'error' | 'warning';
  readonly find: (check: C, value: string) => readonly CheckFailure[];
}

type CheckKinds = {
  readonly [K in ParameterCheck['kind']]: CheckKind<Extract<ParameterCheck, { readonly kind: K }>>;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Version 4, variant 10xx (RFC 9562 section 5.4). */
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Every kind of check a profile can ask for. A value is never empty here. */
export const CHECK_KINDS: CheckKinds = {
  uuid: {
    severity: 'warning',
    find: (_, value) =>
      UUID.test(value)
        ? []
        : [
            {
              code: 'not-uuid',
              says: 'is not a UUID',
              remedy: 'Copy it whole: 8-4-4-4-12 hexadecimal digits.',
            },
          ],
  },
  'uuid-v4': {
    severity: 'error',
    find: (_, value) =>
      UUID_V4.test(value)
        ? []
        : [
            {
              code: 'not-uuid-v4',
              says: 'is not a version 4 UUID',
              remedy:
                'Press New; the third group begins with 4, the fourth with 8, 9, a or b (RFC 9562 section 5.4).',
            },
          ],
  },
  'absolute-url': { severity: 'error', find: findInUrl },
  'one-of': {
    severity: 'error',
    find: ({ values }, value) =>
      values.includes(value)
        ? []
        : [{ code: 'not-one-of', says: `is not ${either(values)}`, remedy: `Choose ${either(values)}.` }],
  },
  'scope-known': {
    severity: 'warning',
    find: ({ values }, value) => {
      const unknown = words(value).filter((word) => !values.includes(word));
      if (unknown.length === 0) return [];
      const shown = unknown.slice(0, 3).map(quote).join(', ') + (unknown.length > 3 ? ' and more' : '');
      const says = `contains ${shown}, which the provider does not document`;
      return [{ code: 'unknown-scope', says, remedy: `Documented are ${values.join(', ')}.` }];
    },
  },
  'scope-not-mixed': {
    severity: 'error',
    find: ({ groups }, value) => {
      const list = words(value);
      const met = groups
        .map((group) => list.filter((word) => group.includes(word)))
        .filter((found) => found.length);
      if (met.length < 2) return [];
      const families = met.map((found) => found.join(' ')).join(' with ');
      return [
        {
          code: 'mixed-scopes',
          says: `mixes ${families}`,
          remedy: 'Ask for one family of scopes in one request.',
        },
      ];
    },
  },
  'scope-contains': {
    severity: 'error',
    find: ({ value: wanted }, value) =>
      words(value).includes(wanted)
        ? []
        : [{ code: 'scope-missing', says: `does not contain ${wanted}`, remedy: `Add ${wanted}.` }],
  },
  pattern: {
    severity: 'error',
    find: ({ pattern, says }, value) =>
      matches(pattern, value)
        ? []
        : [{ code: 'pattern', says, remedy: 'See the constraint below the field.' }],
  },
  'min-length': {
    severity: 'warning',
    find: ({ length }, value) =>
      value.length >= length
        ? []
        : [
            {
              code: 'too-short',
              says: `has ${value.length} characters and can be guessed more easily than one of ${length}`,
              remedy: 'Press New; 22 random base64url characters carry 128 bits (RFC 6749 section 10.10).',
            },
          ],
  },
  json: {
    severity: 'error',
    find: ({ type }, value) => {
      const kind = jsonKind(value);
      if (kind === type) return [];
      const says = kind === undefined ? 'is not JSON' : `is JSON but no ${type}`;
      return [
        {
          code: 'not-json',
          says,
          remedy: `Write a JSON ${type}, such as ${type === 'array' ? '[{"type":"…"}]' : '{"id_token":{}}'}.`,
        },
      ];
    },
  },
};

function findInUrl(
  { query }: Extract<ParameterCheck, { kind: 'absolute-url' }>,
  value: string,
): readonly CheckFailure[] {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(value) || !parseUrl(value)) {
    const remedy = 'Write it whole, from the scheme on: https://client.example/callback.';
    return [{ code: 'not-absolute-url', says: 'is not an absolute URL', remedy }];
  }
  const failures: CheckFailure[] = [];
  if (value.includes('#')) {
    const remedy = 'Remove # and what follows (RFC 6749 section 3.1.2).';
    failures.push({ code: 'url-has-fragment', says: 'has a fragment', remedy });
  }
  if (query === 'forbidden' && value.includes('?')) {
    const remedy = 'Remove ? and what follows; carry data in state.';
    failures.push({
      code: 'url-has-query',
      says: 'has query parameters, which the provider forbids',
      remedy,
    });
  }
  return failures;
}

/** A profile may be written by hand: a pattern that cannot be used checks nothing. */
function matches(pattern: string, value: string): boolean {
  return patternOf(pattern)?.test(value) ?? true;
}

function patternOf(pattern: string): LinearPattern | undefined {
  try {
    return linearPattern(pattern);
  } catch {
    return undefined;
  }
}

function jsonKind(text: string): 'object' | 'array' | 'other' | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return 'array';
    return typeof value === 'object' && value !== null ? 'object' : 'other';
  } catch {
    return undefined;
  }
}

function words(scope: string): readonly string[] {
  return scope.split(/\s+/).filter((word) => word !== '');
}

function either(values: readonly string[]): string {
  return values.length < 2 ? (values[0] ?? '') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
