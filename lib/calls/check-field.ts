import { jsonFault } from '../jwt/json-fault.ts';
import { textProblems } from '../oauth/text-problems.ts';
import { CHECK_KINDS, type CheckFailure } from '../providers/check-kinds.ts';
import { quote } from '../providers/quote.ts';
import type { StepCheck, StepField } from '../providers/step-types.ts';
import type { ParameterCheck } from '../providers/types.ts';
import { fieldKey } from './field-key.ts';
import { type CheckSurroundings, instantOf, NO_DATE, OWN_CHECKS } from './step-checks.ts';
import type { StepProblem } from './types.ts';

type Severity = StepProblem['severity'];

/** A JSON number (RFC 8259 section 6). */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * Everything wrong with what was typed into a field. The value of a secret is never part of a sentence. An empty value
 * counts as left out.
 */
export function checkField(
  field: StepField,
  value: string,
  surroundings: CheckSurroundings,
): readonly StepProblem[] {
  const { name, required, constraint, generate } = field;
  const problem = (severity: Severity, { code, says, remedy }: CheckFailure): StepProblem => ({
    field: fieldKey(field),
    code,
    message: field.secret ? `${name} ${says}.` : `${name} ${quote(value)} ${says}.`,
    remedy,
    severity,
  });
  if (value === '') {
    if (!required) return [];
    return [
      {
        field: fieldKey(field),
        code: 'missing',
        message: `${name} is required and empty.`,
        remedy: generate ? 'Press New for a fresh value.' : constraint,
        severity: field.in === 'path' ? 'fatal' : 'error',
      },
    ];
  }
  return [
    ...typeFailures(field, value).map((failure) =>
      problem(field.type === 'date-time' ? 'error' : 'fatal', failure),
    ),
    ...wireFailures(field, value).map(({ severity, ...failure }) => problem(severity, failure)),
    ...choiceFailures(field, value).map((failure) => problem('error', failure)),
    ...field.checks.flatMap((check) =>
      runCheck(check, value, surroundings).map(({ severity, ...failure }) => problem(severity, failure)),
    ),
  ];
}

function typeFailures({ type, in: place }: StepField, value: string): readonly CheckFailure[] {
  if (type === 'number' && !NUMBER.test(value))
    return [{ code: 'not-number', says: 'is not a number', remedy: 'Write digits, such as 90.' }];
  if (type === 'boolean' && value !== 'true' && value !== 'false')
    return [{ code: 'not-boolean', says: 'is neither true nor false', remedy: 'Write true or false.' }];
  if (type === 'date-time' && instantOf(value) === undefined) {
    return [NO_DATE];
  }
  if (type === 'json') {
    const fault = jsonFault(value);
    if (!fault) return [];
    const says = `is not JSON: ${fault.reason}`;
    return [{ code: 'not-json', says, remedy: 'Correct it there.' }];
  }
  return place === 'path' && /^\.{1,2}$/.test(value)
    ? [
        {
          code: 'dot-segment',
          says: 'is removed from a path by the browser',
          remedy: 'Use another value (RFC 3986 section 5.2.4).',
        },
      ]
    : [];
}

type Weighed = CheckFailure & { readonly severity: Severity };

/** What stands in the way of sending a text at all, or what is hardly meant. */
function wireFailures({ in: place, type }: StepField, value: string): readonly Weighed[] {
  const failures: Weighed[] = [];
  if (place === 'header' && !/^[\x20-\x7e]*$/.test(value)) {
    failures.push({
      severity: 'fatal',
      code: 'not-header-text',
      says: 'has characters that a header cannot carry',
      remedy: 'Use printable ASCII on one line (RFC 9110 section 5.5).',
    });
  }
  if (type === 'json') return failures;
  if (value.trim() !== value) {
    failures.push({
      severity: 'error',
      code: 'surrounding-space',
      says: 'begins or ends with white space',
      remedy: 'Remove it; it would be sent as part of the value.',
    });
  }
  for (const { code, message, remedy } of textProblems(value)) {
    // A token or a certificate may be long, and a certificate has lines.
    if (code === 'oversize' || (code === 'control-character' && !/[^\P{Cc}\r\n]/u.test(value))) continue;
    const says = `${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.$/, '')}`;
    failures.push({ severity: 'warning', code, says, remedy });
  }
  return failures;
}

function choiceFailures({ choices, open, type }: StepField, value: string): readonly CheckFailure[] {
  if (!choices || choices.length === 0 || open) return [];
  const known = new Set(choices.map((choice) => choice.value));
  const unknown = (type === 'list' ? membersOf(value) : [value]).filter((member) => !known.has(member));
  if (unknown.length === 0) return [];
  const says =
    type === 'list'
      ? `contains ${unknown.slice(0, 3).map(quote).join(', ')}, which the provider does not know`
      : 'is none of the values that the provider takes';
  const shown = [...known].slice(0, 12).join(', ');
  return [{ code: 'not-one-of', says, remedy: `Choose from ${shown}${known.size > 12 ? ' and more' : ''}.` }];
}

function runCheck(check: StepCheck, value: string, surroundings: CheckSurroundings): readonly Weighed[] {
  if (Object.hasOwn(OWN_CHECKS, check.kind)) {
    const find = OWN_CHECKS[check.kind as keyof typeof OWN_CHECKS] as (
      check: StepCheck,
      value: string,
      surroundings: CheckSurroundings,
    ) => CheckFailure | undefined;
    const failure = find(check, value, surroundings);
    return failure ? [{ ...failure, severity: 'error' }] : [];
  }
  return runParameterCheck(check as ParameterCheck, value);
}

function runParameterCheck<K extends ParameterCheck['kind']>(
  check: Extract<ParameterCheck, { kind: K }>,
  value: string,
): readonly Weighed[] {
  // A profile may be written by hand: a kind that is not known checks nothing.
  const kind: K = check.kind;
  if (!Object.hasOwn(CHECK_KINDS, kind)) return [];
  const { severity, find } = CHECK_KINDS[kind];
  return find(check, value).map((failure) => ({ ...failure, severity }));
}

/** Members of a list: words with white space between. */
export function membersOf(value: string): readonly string[] {
  return value.split(/\s+/).filter((member) => member !== '');
}
