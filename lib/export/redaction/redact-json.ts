import { redactName } from './redact-name.ts';
import type { TextTools } from './text-tools.ts';

/** Deeper members are left out. */
const MAX_JSON_DEPTH = 64;

/**
 * Redacts a JSON value. Truth values and null stay, a number only where it is harmless under its name; a text is redacted
 * under the name of its member, that of an item under the name of its list.
 */
export function redactJson(json: unknown, tools: TextTools, name = '', depth = 0): unknown {
  if (typeof json === 'string') return tools.named(name, json, tools, true);
  if (typeof json === 'number') {
    const text = String(json);
    const redacted = tools.named(name, text, tools, true);
    return redacted === text ? json : redacted;
  }
  if (typeof json !== 'object' || json === null) return json;
  if (depth >= MAX_JSON_DEPTH) return null;
  if (Array.isArray(json)) return json.map((item) => redactJson(item, tools, name, depth + 1));
  const object = json as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [
      redactName(key, tools),
      redactJson(value, tools, nameOfMember(key, object), depth + 1),
    ]),
  );
}

/** Of `{ "name": "code", "value": "…" }`, as APIs write headers and parameters, the value stands under its label. */
function nameOfMember(key: string, object: Readonly<Record<string, unknown>>): string {
  const label = object.name ?? object.key;
  if (key === 'value' && typeof label === 'string') return label;
  return (key === 'name' || key === 'key') && Object.hasOwn(object, 'value') ? 'type' : key;
}
