import { PRIVATE_JWK_MEMBERS, type SecretKind, secretKind } from './secret-names.ts';

/** What is done with the strings of a JSON value. */
export interface JsonTools {
  /** A string that stands under a name. */
  named(name: string, value: string): string;
  text(value: string): string;
  hide(kind: SecretKind, value: string): string;
}

/** Deeper members are left out. */
const MAX_JSON_DEPTH = 64;

/** An error code of an API, which is no authorization code: `OBP-20001`, `404`. */
const ERROR_CODE = /^(?:[A-Z]{2,8}[-_])?\d{3,5}$/;

/** Redacts the strings of a JSON value, with what their names tell. Private parts of keys are hidden. */
export function redactJson(json: unknown, tools: JsonTools, depth = 0): unknown {
  if (typeof json === 'string') return tools.text(json);
  if (typeof json !== 'object' || json === null) return json;
  if (depth >= MAX_JSON_DEPTH) return null;
  if (Array.isArray(json)) return json.map((item) => redactJson(item, tools, depth + 1));
  const object = json as Record<string, unknown>;
  const isKey = typeof object.kty === 'string';
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [
      tools.text(name),
      isKey && PRIVATE_JWK_MEMBERS.has(name)
        ? hidden(value, tools)
        : redactMember(name, value, object, tools, depth),
    ]),
  );
}

function hidden(value: unknown, tools: JsonTools): string {
  return tools.hide('secret', typeof value === 'string' ? value : JSON.stringify(value));
}

function redactMember(
  name: string,
  value: unknown,
  object: Readonly<Record<string, unknown>>,
  tools: JsonTools,
  depth: number,
): unknown {
  const kind = secretKind(name, true);
  if (kind === undefined) return redactPair(name, value, object, tools, depth);
  if (typeof value === 'string') {
    if (kind === 'code' && ERROR_CODE.test(value)) return value;
    // A client that authenticates itself is its own subject (RFC 7523 section 3), and is no person.
    if (name === 'sub' && (value === object.iss || value === object.client_id)) return value;
    return tools.named(name, value);
  }
  if (typeof value === 'number' && (kind === 'secret' || kind === 'person')) {
    return tools.hide(kind, String(value));
  }
  // A list or an object under such a name holds the values.
  if (Array.isArray(value)) {
    return value.map((item) =>
      typeof item === 'string' ? tools.named(name, item) : redactJson(item, tools, depth + 1),
    );
  }
  return redactJson(value, tools, depth + 1);
}

/** `{ "name": "code", "value": "…" }`, as HAR and APIs write headers and parameters. */
function redactPair(
  name: string,
  value: unknown,
  object: Readonly<Record<string, unknown>>,
  tools: JsonTools,
  depth: number,
): unknown {
  const label = object.name ?? object.key;
  if (name === 'value' && typeof value === 'string' && typeof label === 'string') {
    return tools.named(label, value);
  }
  return redactJson(value, tools, depth + 1);
}
