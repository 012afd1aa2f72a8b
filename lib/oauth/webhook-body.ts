import { decodeToken } from '../jwt/decode.ts';
import { looksLikeToken } from '../jwt/find-tokens.ts';
import type { Aliases } from './aliases.ts';
import type { AuthorizationResponse } from './authorization-response.ts';
import { nameValues } from './named-value.ts';
import { bodyParameters } from './observed-body.ts';
import { MAX_PARAMETERS, type Parameter } from './parameters.ts';
import { textProblems } from './text-problems.ts';

/** Levels of objects in which parameters are looked for. */
const MAX_DEPTH = 4;

/**
 * Reads the parameters of a webhook's body: a JSON object, whose inner objects count too, or form fields. Never throws;
 * a body that is neither has no parameters.
 */
export function readWebhookBody(body: string, aliases: Aliases): AuthorizationResponse {
  const parameters = jsonParameters(body) ?? bodyParameters({ kind: 'text', text: body.trim() });
  return {
    channel: 'webhook',
    customScheme: false,
    parameters,
    others: [],
    values: nameValues(parameters, 'webhook', aliases),
  };
}

/** The state inside a code that is a JWT, as Leatherback's codes are; undefined when there is none. Nothing is verified. */
export function stateInsideCode({ values }: Pick<AuthorizationResponse, 'values'>): string | undefined {
  const code = values.code?.value;
  if (code === undefined || !looksLikeToken(code)) return undefined;
  const state = decodeToken(code).payload?.state;
  return typeof state === 'string' ? state : undefined;
}

function jsonParameters(body: string): readonly Parameter[] | undefined {
  if (!body.trimStart().startsWith('{')) return undefined;
  try {
    return membersOf([JSON.parse(body) as Record<string, unknown>], 0).slice(0, MAX_PARAMETERS);
  } catch {
    return [];
  }
}

/** Members of all objects of one level, then those of the objects inside them, so that the outermost name comes first. */
function membersOf(objects: readonly Record<string, unknown>[], depth: number): readonly Parameter[] {
  const entries = objects.flatMap((object) => Object.entries(object)).slice(0, MAX_PARAMETERS);
  const inner = entries.flatMap(([, value]) => (isObject(value) ? [value] : []));
  const here = entries
    .filter(([, value]) => !isObject(value))
    .map(([name, member]) => {
      const text = JSON.stringify(member) ?? '';
      const value = typeof member === 'string' ? member : text;
      const rawValue = typeof member === 'string' ? text.slice(1, -1) : text;
      return { name, value, rawName: name, rawValue, problems: textProblems(value) };
    });
  return inner.length === 0 || depth >= MAX_DEPTH ? here : [...here, ...membersOf(inner, depth + 1)];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
