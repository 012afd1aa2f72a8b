import { type ReadSegment, readJson, readObject } from './read-segment.ts';
import type { JsonObject, TokenProblem, TokenSegment } from './types.ts';

/** Reads the payload of a JWS: a claims set when the header says JWT, any content otherwise; absent when it is detached. */
export function readPayload(
  segment: TokenSegment,
  header: JsonObject | undefined,
  problems: TokenProblem[],
): ReadSegment {
  if (segment.text === '') return {};
  const optional = !(
    typeof header?.typ === 'string' && /^(?:application\/)?(?:[^/]+\+)?jwt$/i.test(header.typ)
  );
  if (header?.b64 !== false) return readJson(segment, problems, optional);
  if (!hasCritical(header, 'b64')) {
    problems.push({
      code: 'b64-without-crit',
      message:
        'The header has b64 but does not list it in crit: a reader that does not know it sees another payload.',
      remedy: 'Add "crit": ["b64"] and sign again (RFC 7797 section 6).',
      start: segment.start,
      end: segment.end,
    });
  }
  return readObject(segment.text, segment, problems, optional);
}

/** True when a header lists a name in `crit` (RFC 7515 section 4.1.11). */
function hasCritical(header: JsonObject, name: string): boolean {
  return Array.isArray(header.crit) && header.crit.includes(name);
}

/** A problem that leaves the token readable and verifiable. */
export function isPrintablePayload(problem: TokenProblem): boolean {
  return problem.code === 'oversize' || problem.note === true;
}
