import { isLoopback } from '../oauth/is-loopback.ts';
import { parseUrl } from '../oauth/url.ts';
import type { CheckFailure } from '../providers/check-kinds.ts';
import type { StepCheck } from '../providers/step-types.ts';
import type { ParameterCheck } from '../providers/types.ts';

/** What a check may look at beside the value. */
export interface CheckSurroundings {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The value of another field of the step, by its name. */
  readonly otherValue: (name: string) => string;
}

type OwnCheck = Exclude<StepCheck, ParameterCheck>;

type OwnChecks = {
  readonly [K in OwnCheck['kind']]: (
    check: Extract<OwnCheck, { readonly kind: K }>,
    value: string,
    surroundings: CheckSurroundings,
  ) => CheckFailure | undefined;
};

/** Date, `T`, time and offset (RFC 3339 section 5.6). */
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i;

/** An addr-spec without comments and quoting (RFC 5322 section 3.4.1), as registration forms take it. */
const EMAIL = /^[^\s@"(),:;<>[\\\]]{1,64}@[^\s@"(),:;<>[\\\]]{1,255}$/;

/** The instant of an ISO 8601 text in milliseconds since the epoch, or undefined. */
export function instantOf(value: string): number | undefined {
  const at = DATE_TIME.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** What is wrong with a text that is no instant. */
export const NO_DATE: CheckFailure = {
  code: 'not-date-time',
  says: 'is not a date and time with an offset',
  remedy: 'Write it as 2026-01-31T12:00:00Z (ISO 8601).',
};

/** The checks that only steps have. A value is never empty here. */
export const OWN_CHECKS: OwnChecks = {
  'max-length': ({ length }, value) =>
    [...value].length <= length
      ? undefined
      : {
          code: 'too-long',
          says: `has ${[...value].length} characters; at most ${length} are allowed`,
          remedy: 'Shorten it.',
        },
  email: (_, value) =>
    EMAIL.test(value)
      ? undefined
      : { code: 'not-email', says: 'is not an e-mail address', remedy: 'Write it as name@example.com.' },
  'https-url': (_, value) => {
    const url = parseUrl(value);
    if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname)))
      return undefined;
    return {
      code: 'not-https-url',
      says: 'is not an https URL',
      remedy: 'Begin it with https://; plain http is fine for a loopback address only.',
    };
  },
  'date-time': (_, value) => (instantOf(value) === undefined ? NO_DATE : undefined),
  'date-in-future': (_, value, { now }) => {
    const at = instantOf(value);
    if (at === undefined || at > now) return undefined;
    return { code: 'date-passed', says: 'has passed', remedy: 'Choose an instant in the future.' };
  },
  'date-after': ({ field }, value, { otherValue }) => {
    const [at, other] = [instantOf(value), instantOf(otherValue(field))];
    if (at === undefined || other === undefined || at > other) return undefined;
    return {
      code: 'date-not-after',
      says: `is not after ${field}`,
      remedy: `Choose an instant after ${field}.`,
    };
  },
  'starts-with': ({ text }, value) =>
    value.startsWith(text)
      ? undefined
      : { code: 'wrong-start', says: `does not begin with ${text}`, remedy: `Begin it with ${text}` },
};
