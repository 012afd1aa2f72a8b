import { textProblems } from '../oauth/text-problems.ts';
import { CHECK_KINDS, type CheckFailure } from './check-kinds.ts';
import { quote } from './quote.ts';
import type { ParameterCheck, ParameterSpec } from './types.ts';

/** What is wrong with a value: a code, a sentence that names parameter and value, a remedy. */
export interface ParameterProblem {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly severity: 'error' | 'warning';
}

/** Checks one value against everything its parameter asks for. An empty value counts as left out (RFC 6749 section 3.1). */
export function checkParameter(spec: ParameterSpec, value: string): readonly ParameterProblem[] {
  if (value === '') return spec.required ? [missing(spec)] : [];
  return [...checkText(spec.name, value), ...spec.checks.flatMap((check) => runCheck(spec, check, value))];
}

/** Checks a value of any parameter for what no provider takes: spaces around it and characters that cannot be seen. */
export function checkText(name: string, value: string): readonly ParameterProblem[] {
  const problems: ParameterProblem[] = textProblems(value).map(({ code, message, remedy }) => ({
    code,
    message: `${name} ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    remedy,
    severity: 'warning',
  }));
  if (value.trim() !== value) {
    problems.push({
      code: 'surrounding-space',
      message: `${name} ${quote(value)} begins or ends with white space.`,
      remedy: 'Remove it; it would be sent as part of the value.',
      severity: 'error',
    });
  }
  return problems;
}

function missing({ name, constraint, generate }: ParameterSpec): ParameterProblem {
  return {
    code: 'missing',
    message: `${name} is required and empty.`,
    remedy: generate ? 'Press New for a fresh value.' : constraint,
    severity: 'error',
  };
}

function runCheck<K extends ParameterCheck['kind']>(
  spec: ParameterSpec,
  check: Extract<ParameterCheck, { kind: K }>,
  value: string,
): readonly ParameterProblem[] {
  const kind: K = check.kind;
  const { severity, find } = CHECK_KINDS[kind];
  const failures: readonly CheckFailure[] = find(check, value);
  return failures.map(({ code, says, remedy }) => ({
    code,
    message: `${spec.name} ${quote(value)} ${says}.`,
    remedy,
    severity,
  }));
}
