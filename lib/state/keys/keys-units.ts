import { parseJsonObject } from '../../jwt/parse-json.ts';
/** Keys of one pasted text that are read. */
export const MAX_PASTED_KEYS = 100;

/** Blocks that come along with keys and are none. */
const BESIDE = /^-----BEGIN (?:EC|DH) PARAMETERS-----/;

/** Cuts a pasted text into texts of one key each: the members of a JWKS, or the blocks of PEM. */
export function splitPastedKeys(text: string): readonly string[] {
  const blocks = pemBlocks(text).filter((block) => !BESIDE.test(block));
  if (blocks.length > 1) return blocks;
  return membersOfSet(text)?.slice(0, MAX_PASTED_KEYS) ?? [text];
}

/** True when the text is a set of keys (RFC 7517 section 5). */
export function isKeySet(text: string): boolean {
  return membersOfSet(text) !== undefined;
}

/** Whole blocks, one search each, so that a text of many beginnings does not stop the page. */
function pemBlocks(text: string): readonly string[] {
  const blocks: string[] = [];
  let start = text.indexOf('-----BEGIN ');
  while (start >= 0 && blocks.length < MAX_PASTED_KEYS) {
    const end = text.indexOf('-----END ', start);
    const last = end < 0 ? -1 : text.indexOf('-----', end + 9);
    if (last < 0) break;
    blocks.push(text.slice(start, last + 5));
    start = text.indexOf('-----BEGIN ', last);
  }
  return blocks;
}

function membersOfSet(text: string): readonly string[] | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  const keys = parseJsonObject(text)?.keys;
  return Array.isArray(keys) && keys.length > 0 ? keys.map((key) => JSON.stringify(key)) : undefined;
}
