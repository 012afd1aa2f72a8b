import type { InferOutput } from 'valibot';
import { percentDecode } from './percent.ts';
import type { SentParameterSchema } from './schema/sent-parameter-schema.ts';
import { textProblems } from './text-problems.ts';

/** One parameter exactly as it came, beside its decoded form. */
export type Parameter = InferOutput<typeof SentParameterSchema>;

/** Parameters one query, fragment or body is split into; the rest is counted, not kept. */
export const MAX_PARAMETERS = 2_000;

/**
 * Splits an `application/x-www-form-urlencoded` text (RFC 6749 appendix B) and keeps order, repeats and encoding.
 * Never throws: what cannot be decoded is shown as it stands, with the problem.
 */
export function parseParameters(text: string): readonly Parameter[] {
  if (text === '') return [];
  const parameters: Parameter[] = [];
  for (const segment of text.split('&', MAX_PARAMETERS)) {
    if (segment === '') continue;
    const equals = segment.indexOf('=');
    const rawName = equals < 0 ? segment : segment.slice(0, equals);
    const rawValue = equals < 0 ? '' : segment.slice(equals + 1);
    parameters.push(readParameter(rawName, rawValue));
  }
  return parameters;
}

function readParameter(rawName: string, rawValue: string): Parameter {
  const name = percentDecode(rawName);
  const value = percentDecode(rawValue);
  const problems = textProblems(value.text);
  const decoded = name.problems.length + value.problems.length;
  return {
    name: name.text,
    value: value.text,
    rawName,
    rawValue,
    problems: decoded === 0 ? problems : [...name.problems, ...value.problems, ...problems],
  };
}

/** Wraps fields that the browser had already decoded, such as a form_post body. */
export function fromFields(fields: readonly (readonly [string, string])[]): readonly Parameter[] {
  return fields
    .slice(0, MAX_PARAMETERS)
    .map(([name, value]) => ({ name, value, problems: textProblems(value) }));
}

/** The first value of a name, or undefined. Names are case sensitive (RFC 6749 section 3.1). */
export function firstValue(parameters: readonly Parameter[], name: string): string | undefined {
  return parameters.find((parameter) => parameter.name === name)?.value;
}

/** Names that stand more than once, each with all its values in order. */
export function repeatedParameters(parameters: readonly Parameter[]): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const { name, value } of parameters) values.set(name, [...(values.get(name) ?? []), value]);
  for (const [name, list] of values) if (list.length < 2) values.delete(name);
  return values;
}
