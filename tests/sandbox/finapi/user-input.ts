import { isObject, parseJson } from '../jwk-sets.ts';
import type { FinapiUserData } from './users.ts';

/** What each field of a new user must be; null counts as not given. */
const FIELDS: Readonly<Record<string, readonly [check: (value: unknown) => boolean, is: string]>> = {
  id: [isTextOf(1, 36, /^[0-9A-Za-z\-_.+@]*$/), '1 to 36 characters of 0-9, A-Z, a-z and -_.+@'],
  password: [isTextOf(6, 128), '6 to 128 characters long'],
  email: [isTextOf(0, 320), 'a text of at most 320 characters'],
  phone: [isTextOf(0, 50), 'a text of at most 50 characters'],
  isAutoUpdateEnabled: [(value) => typeof value === 'boolean', 'true or false'],
};

/** Reads the body that asks for a new user, or says in a sentence what is wrong with it. */
export function readUserInput(text: string): Partial<FinapiUserData> | string {
  const body = parseJson(text);
  if (!isObject(body)) return 'The body must be a JSON object; {} will do.';
  const given = Object.entries(body).filter(([name, value]) => Object.hasOwn(FIELDS, name) && value !== null);
  for (const [name, value] of given) {
    const [check, is] = FIELDS[name] ?? [];
    if (check?.(value) === false) return `${name} must be ${is}.`;
  }
  return Object.fromEntries(given);
}

function isTextOf(least: number, most: number, pattern = /^/): (value: unknown) => boolean {
  return (value) =>
    typeof value === 'string' && value.length >= least && value.length <= most && pattern.test(value);
}
