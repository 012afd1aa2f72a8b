import type { FlowCall } from '../flow/types.ts';
import { parseJson } from '../jwt/parse-json.ts';
import type { Json } from '../jwt/types.ts';

/** UTF-16 units of an answer that rules read; the answers they look at are small. */
const READ = 100_000;

/** The JSON of a call's answer; undefined when it has none. */
export function readJsonBody({ body }: FlowCall): Json | undefined {
  if (body === undefined || body.length > READ || !/^\s*[[{]/.test(body)) return undefined;
  return parseJson(body);
}
