import type { BodyFormat, ObservedBody } from './observed-body.ts';
import { parseParameters } from './parameters.ts';

/** Names that are kept of one body, and the longest of them in UTF-16 units. */
export const MAX_NAMES = { names: 200, length: 100 } as const;

/** Levels of a JSON body whose members are named. */
const MAX_DEPTH = 8;

/** What a form's field can be called; anything else, such as a token that ends with `=`, is no name. */
const FIELD_NAME = /^[\p{L}\p{N}_.:$@*~[\]()|-]{1,100}$/u;

/**
 * A body without any of its values: the names of form fields, multipart parts and JSON members; of anything else its kind
 * and length. Never throws.
 */
export function namesOfBody(body: ObservedBody): ObservedBody {
  if (body.kind === 'names') return body;
  if (body.kind === 'form') {
    const names = (body.fields ?? []).map(([name]) => name);
    return named('form', [...names, ...(body.withheld ?? []).map(({ name }) => name)]);
  }
  const text = body.text ?? '';
  const form = formNames(text);
  if (form) return named('form', [...form, ...(body.withheld ?? []).map(({ name }) => name)]);
  const parts = multipartNames(text);
  if (parts) return named('multipart', parts);
  const members = jsonNames(text);
  if (members) return named('json', members);
  return { kind: 'names', format: /^\s*</.test(text) ? 'xml' : 'text', size: text.length };
}

function named(format: BodyFormat, names: readonly string[]): ObservedBody {
  const different = [...new Set(names)].slice(0, MAX_NAMES.names);
  return { kind: 'names', format, withheld: different.map((name) => ({ name: short(name) })) };
}

function short(name: string): string {
  return name.length <= MAX_NAMES.length ? name : `${name.slice(0, MAX_NAMES.length - 1)}…`;
}

/** Undefined when it is no form: a text that merely has an equals sign in it must not pass for a name. */
function formNames(text: string): readonly string[] | undefined {
  if (!/^[^\s{<=&]+=/.test(text)) return undefined;
  const pairs = parseParameters(text);
  const names = pairs.map(({ name }) => name);
  if (pairs.length === 1 && /^=*$/.test(pairs[0]?.value ?? '')) return undefined;
  return names.every((name) => FIELD_NAME.test(name)) ? names : undefined;
}

function multipartNames(text: string): readonly string[] | undefined {
  if (!/^\s*--[^\r\n]{1,100}\r?\n/.test(text)) return undefined;
  const headers = text.matchAll(/^content-disposition: ?form-data;[^\r\n]{0,10}?name="([^"\r\n]{1,100})"/gim);
  return [...headers].map(([, name]) => name ?? '').filter((name) => FIELD_NAME.test(name));
}

function jsonNames(text: string): readonly string[] | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const names: string[] = [];
    collect(JSON.parse(text), '', 0, names);
    return names;
  } catch {
    return undefined;
  }
}

function collect(value: unknown, path: string, depth: number, names: string[]): void {
  if (names.length >= MAX_NAMES.names || depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const one of value.slice(0, MAX_NAMES.names)) collect(one, `${path}[]`, depth + 1, names);
    return;
  }
  if (typeof value !== 'object' || value === null) {
    if (path !== '' && !names.includes(path)) names.push(path);
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    collect(member, path === '' ? name : `${path}.${name}`, depth + 1, names);
  }
}
