import type { JsonObject } from '../jwt/types.ts';
import type { Parameter } from './parameters.ts';
import { textProblems } from './text-problems.ts';

/** Turns the string, number and boolean members of a claims set into parameters; objects and arrays become JSON text. */
export function claimParameters(claims: JsonObject): readonly Parameter[] {
  return Object.entries(claims).map(([name, claim]) => {
    const value = typeof claim === 'string' ? claim : (JSON.stringify(claim) ?? '');
    return { name, value, problems: textProblems(value) };
  });
}
