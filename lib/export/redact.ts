import { decodeToken } from '../jwt/decode.ts';
import type { DecodedToken } from '../jwt/types.ts';
import { formEncode } from '../oauth/build-authorize-url.ts';
import { createPlaceholders } from './redaction/placeholders.ts';
import { redactJson } from './redaction/redact-json.ts';
import { redactNamed, redactText, type TextTools } from './redaction/redact-text.ts';
import { secretKind } from './redaction/secret-names.ts';
import { createSweep } from './redaction/sweep.ts';

/** Takes secrets out of anything that belongs to the flows it was made from; the same value gets the same placeholder. */
export type Redactor = <T>(value: T) => T;

/**
 * Makes a redactor that knows the secrets of a value: a flow, flows, or any plain data with URLs, parameters and tokens
 * in it. Codes, tokens, secrets, assertions, cookies, sessions, state, nonce and personal data are replaced by name and
 * structure, then in every other spelling wherever they stand.
 */
export function createRedactor(source: unknown): Redactor {
  const placeholders = createPlaceholders();
  const cut: { readonly whole: string; readonly instead: string }[] = [];
  const seen = (whole: string, instead: string): void => {
    if (whole !== instead) cut.push({ whole, instead });
  };
  walk(source, { placeholders, seen, leaf: (text) => text }, 0);
  const quoted = quotedValues([
    ...cut,
    ...[...placeholders.hidden].map(([whole, instead]) => ({ whole, instead })),
  ]);
  let sweep = createSweep(placeholders.hidden);
  let known = placeholders.hidden.size;
  const leaf = (text: string): string => quoted(sweep(text));
  const tools: TextTools = { placeholders, seen: () => undefined, leaf };
  return <T>(value: T): T => {
    const once = walk(value, tools, 0) as T;
    if (placeholders.hidden.size === known) return once;
    // Something new was met on the way, and may stand where it was not yet known.
    known = placeholders.hidden.size;
    sweep = createSweep(placeholders.hidden);
    return walk(once, tools, 0) as T;
  };
}

/** The same value without its secrets: a flow, flows, a URL, or any plain data. Same shape, and equal values stay equal. */
export function redact<T>(value: T): T {
  return createRedactor(value)(value);
}

/** Deeper members are left out: nothing of ours is as deep. */
const MAX_DEPTH = 64;

function walk(value: unknown, tools: TextTools, depth: number): unknown {
  if (typeof value === 'string') return tools.leaf(redactText(value, tools));
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return null;
  if (Array.isArray(value))
    return isField(value) ? field(value, tools) : value.map((one) => walk(one, tools, depth + 1));
  if (isDecodedToken(value)) return decodeToken(walk(value.token, tools, 0) as string);
  const object = value as Readonly<Record<string, unknown>>;
  const isProblem = typeof object.message === 'string' && typeof object.remedy === 'string';
  return Object.fromEntries(
    Object.entries(object).map(([name, member]) => [
      name,
      walkMember(name, member, object, isProblem, tools, depth),
    ]),
  );
}

function walkMember(
  name: string,
  member: unknown,
  object: Readonly<Record<string, unknown>>,
  isProblem: boolean,
  tools: TextTools,
  depth: number,
): unknown {
  if (typeof member !== 'string') {
    return name === 'payload' || name === 'header' ? claims(member, tools) : walk(member, tools, depth + 1);
  }
  if (typeof object.name === 'string' && typeof object.value === 'string') {
    if (name === 'value') return tools.leaf(redactNamed(object.name, member, tools));
    if (name === 'rawValue') {
      const redacted = tools.leaf(redactNamed(object.name, object.value, tools));
      return redacted === object.value ? member : formEncode(redacted);
    }
    if (name === 'name') return tools.leaf(member);
  }
  if (typeof object.name === 'string' && (name === 'from' || name === 'to')) {
    return tools.leaf(redactNamed(object.name, member, tools));
  }
  if (isProblem || secretKind(name) === undefined) return walk(member, tools, depth + 1);
  return tools.leaf(redactNamed(name, member, tools));
}

function claims(json: unknown, tools: TextTools): unknown {
  return redactJson(json, {
    named: (name, value) => tools.leaf(redactNamed(name, value, tools, 1, true)),
    text: (value) => tools.leaf(redactText(value, tools, 1)),
    hide: (kind, value) => tools.placeholders.hide(kind, value),
  });
}

/** `[name, value]`, as a form's fields are kept. */
function isField(value: readonly unknown[]): value is readonly [string, string] {
  return value.length === 2 && typeof value[0] === 'string' && typeof value[1] === 'string';
}

function field([name, value]: readonly [string, string], tools: TextTools): readonly [string, string] {
  return [tools.leaf(name), tools.leaf(redactNamed(name, value, tools))];
}

function isDecodedToken(value: object): value is DecodedToken {
  const { token, segments, problems } = value as Partial<DecodedToken>;
  return typeof token === 'string' && Array.isArray(segments) && Array.isArray(problems);
}

const QUOTED = /“([^“”…]{16,})…([^“”]*)”/g;

/** Messages quote long values cut in the middle: their ends are the ends of something that was hidden. */
function quotedValues(
  known: readonly { readonly whole: string; readonly instead: string }[],
): (text: string) => string {
  const long = known.filter(({ whole }) => whole.length > 16);
  return (text) => {
    if (!text.includes('…')) return text;
    return text.replace(QUOTED, (all, start: string) => {
      const found = long.find(({ whole }) => whole.startsWith(start));
      return found ? `“${found.instead.slice(0, 60)}…”` : all;
    });
  };
}
