import { parseJson } from '../../jwt/parse-json.ts';
import type { Json, JsonObject } from '../../jwt/types.ts';
import { quoteJson, quoteValue } from '../define.ts';
import { claimsOf, inRequest, isObject, outside, own } from '../request-facts.ts';
import type { Found, Rule, RuleContext } from '../types.ts';

const PARTS: ReadonlySet<string> = new Set(['id_token', 'userinfo', '_claim_names', '_claim_sources']);

/** The claims that are requested can be read. */
export const ar41: Rule = {
  id: 'AR41',
  severity: 'error',
  gate: 'oidc',
  source: 'OpenID Connect Core 1.0 sections 5.5 and 5.5.1',
  title: 'claims is a JSON object of id_token and userinfo, each with null or an object for every claim.',
  check(flow, _context: RuleContext) {
    const inside = own(claimsOf(flow) ?? {}, 'claims');
    const text = outside(flow, 'claims');
    if (inside === undefined && (text === undefined || text === '')) return [];
    const value = inside ?? parseJson(text ?? '');
    const why =
      value === undefined ? `${quoteValue(text ?? '')} is not JSON` : faultOf(value, inside !== undefined);
    if (why === undefined) return [];
    const found: Found = {
      message: `claims ${why}.`,
      remedy:
        'Send {"id_token":{"<claim>":null}} or {"userinfo":{"<claim>":{"essential":true}}}, encoded once.',
      at: inRequest('claims'),
    };
    return [
      value !== undefined && isObject(value) && !isBroken(value) ? { ...found, severity: 'warning' } : found,
    ];
  },
};

function faultOf(value: Json, inObject: boolean): string | undefined {
  if (typeof value === 'string' && inObject)
    return `is the string ${quoteValue(value)} in the request object; it must be an object`;
  if (!isObject(value)) return `is ${quoteJson(value)}, which is not a JSON object`;
  const names = Object.keys(value);
  const wrong = names.find((name) => PARTS.has(name) && !isObject(value[name]) && value[name] !== null);
  if (wrong !== undefined) return `has ${quoteJson(value[wrong])} for ${wrong}, which must be an object`;
  for (const name of names.filter((one) => one === 'id_token' || one === 'userinfo')) {
    const part = value[name];
    const odd = isObject(part)
      ? Object.entries(part).find(([, asked]) => asked !== null && !isObject(asked))
      : undefined;
    const member = isObject(part) ? wrongMember(part) : undefined;
    if (member !== undefined) return `${member} in ${name}`;
    if (odd) return `asks for ${odd[0]} in ${name} with ${quoteJson(odd[1])}; it must be null or an object`;
  }
  const other = names.find((name) => !PARTS.has(name));
  return other === undefined
    ? undefined
    : `has the member ${quoteValue(other)}; claims stand under id_token or userinfo`;
}

/** What one claim is asked for with (OpenID Connect Core section 5.5.1). */
function wrongMember(part: JsonObject): string | undefined {
  for (const [claim, asked] of Object.entries(part)) {
    if (!isObject(asked)) continue;
    const { essential, values } = asked;
    if (essential !== undefined && typeof essential !== 'boolean')
      return `has ${quoteJson(essential)} for essential of ${claim}, which must be true or false,`;
    if (values !== undefined && !Array.isArray(values))
      return `has ${quoteJson(values)} for values of ${claim}, which must be a list,`;
  }
  return undefined;
}

/** True when a member that servers read has the wrong type; a member that they ignore is less. */
function isBroken(value: Json): boolean {
  if (!isObject(value)) return true;
  return Object.entries(value).some(
    ([name, part]) =>
      PARTS.has(name) &&
      part !== null &&
      (!isObject(part) ||
        wrongMember(part) !== undefined ||
        Object.values(part).some((asked) => asked !== null && !isObject(asked))),
  );
}
