import { parseJson } from '../../jwt/parse-json.ts';
import type { Json } from '../../jwt/types.ts';
import { quoteJson, quoteValue } from '../define.ts';
import { claimsOf, inRequest, isObject, outside, own } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Members that have one type wherever they stand (RFC 9396 section 2.2). */
const LISTS = ['locations', 'actions', 'datatypes', 'privileges'] as const;

/** The details of what is to be authorized can be read. */
export const ar42: Rule = {
  id: 'AR42',
  severity: 'error',
  gate: 'base',
  source: 'RFC 9396 sections 2 and 2.2',
  title: 'authorization_details is a JSON array of objects, each with a type.',
  check(flow) {
    const inside = own(claimsOf(flow) ?? {}, 'authorization_details');
    const text = outside(flow, 'authorization_details');
    if (inside === undefined && (text === undefined || text === '')) return [];
    const value = inside ?? parseJson(text ?? '');
    const why = value === undefined ? `${quoteValue(text ?? '')} is not JSON` : faultOf(value);
    if (why === undefined) return [];
    return [
      {
        message: `authorization_details ${why}.`,
        remedy:
          'Send [{"type":"…", …}] as JSON, encoded once; inside a request object as an array, not as a string.',
        at: inRequest('authorization_details'),
      },
    ];
  },
};

function faultOf(value: Json): string | undefined {
  if (!Array.isArray(value)) return `is ${quoteJson(value)}, which is not a JSON array`;
  if (value.length === 0) return 'is an empty array';
  for (const [index, one] of (value as readonly Json[]).entries()) {
    if (!isObject(one)) return `has ${quoteJson(one)} as entry ${index + 1}, which is not an object`;
    if (typeof one.type !== 'string' || one.type === '') return `has no type in entry ${index + 1}`;
    const odd = LISTS.find((name) => one[name] !== undefined && !isListOfText(one[name]));
    if (odd)
      return `has ${quoteJson(one[odd])} for ${odd} in entry ${index + 1}, which must be an array of strings`;
  }
  return undefined;
}

function isListOfText(value: Json | undefined): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
