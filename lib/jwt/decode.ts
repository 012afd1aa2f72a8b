import { findTokens, MAX_SEARCHED, type TokenPlace } from './find-tokens.ts';
import { isPrintablePayload, readPayload } from './read-payload.ts';
import { checkBytes, readJson } from './read-segment.ts';
import { readSerialised } from './read-serialised.ts';
import { splitCompact } from './split-compact.ts';
import type { DecodedToken, TokenProblem, TokenSegment } from './types.ts';
import { MAX_NESTING, unfold } from './unfold.ts';

/**
 * Reads a compact JWS (RFC 7515 section 7.1) or JWE (RFC 7516 section 7.1), alone or inside other text such as a URL
 * or a header line, or a JSON serialisation (RFC 7515 section 7.2, RFC 7516 section 7.2). Never throws: whatever can be
 * read is returned beside the problems and their places. Tokens in the payload are unfolded.
 */
export function decodeToken(text: string): DecodedToken {
  return decodeAt(text, 0);
}

function decodeAt(text: string, depth: number): DecodedToken {
  const problems: TokenProblem[] = [];
  if (text.length > MAX_SEARCHED) {
    problems.push({
      code: 'oversize',
      message: `The text is ${text.length} characters long; only the first ${MAX_SEARCHED} were read.`,
      remedy: 'Paste the token alone.',
      start: MAX_SEARCHED,
      end: text.length,
    });
  }
  const searched = text.length > MAX_SEARCHED ? text.slice(0, MAX_SEARCHED) : text;
  const trimmed = searched.trim();
  if (trimmed === '') return nothing(text.length);
  const decoded = trimmed.startsWith('{') ? readSerialised(searched, problems) : undefined;
  const read = decoded ?? readCompact(locate(searched, trimmed), problems);
  if (read.payloadText === undefined || depth >= MAX_NESTING) return read;
  const nested = unfold(read.payload, read.payloadText, (token) => decodeAt(token, depth + 1));
  return nested.length === 0 ? read : { ...read, nested };
}

function nothing(length: number): DecodedToken {
  const problem: TokenProblem = {
    code: 'empty',
    message: 'There is no text.',
    remedy: 'Paste a token, a URL or a header line.',
    start: 0,
    end: length,
  };
  return { kind: 'malformed', token: '', segments: [], problems: [problem] };
}

/** The token in a text: the only word of it, else the first thing in it that looks like a token, else all of it. */
function locate(text: string, token: string): Omit<TokenPlace, 'end'> {
  const start = text.length - text.trimStart().length;
  if (/^[^\s.?&=:]+(?:\.[^\s.?&=:]*)*=*$/.test(token)) return { token, start };
  return findTokens(text)[0] ?? { token, start };
}

function readCompact({ token, start }: Omit<TokenPlace, 'end'>, problems: TokenProblem[]): DecodedToken {
  const cut = splitCompact(token, start);
  const [headerSegment, payloadSegment] = cut;
  const header = headerSegment && readJson(headerSegment, problems);
  const raw = header?.object?.b64 === false;
  const segments = raw ? splitUnencoded(token, start) : cut;
  const encrypted = segments.length === 5;
  const complete = encrypted || segments.length === 3;
  if (!complete) problems.unshift(wrongCount(token, segments));
  const payloadPart = raw ? segments[1] : payloadSegment;
  const payload = encrypted || !payloadPart ? undefined : readPayload(payloadPart, header?.object, problems);
  for (const segment of segments.slice(encrypted ? 1 : 2)) checkBytes(segment, problems);
  const sound = complete && header?.object !== undefined && problems.every(isPrintablePayload);
  return {
    kind: sound ? (encrypted ? 'jwe' : 'jws') : 'malformed',
    token,
    ...(header?.object ? { header: header.object } : {}),
    ...(header && !header.object && header.text !== undefined ? { headerText: header.text } : {}),
    ...(payload?.object ? { payload: payload.object } : {}),
    ...(payload?.text !== undefined ? { payloadText: payload.text } : {}),
    ...(complete && !encrypted && payloadPart?.text === '' ? { detached: true } : {}),
    ...(raw ? { unencoded: true } : {}),
    segments,
    problems,
  };
}

/** An unencoded payload holds any character, and in the lenient reading of this debugger dots too (RFC 7797 section 5.2). */
function splitUnencoded(token: string, start: number): readonly TokenSegment[] {
  const first = token.indexOf('.');
  const last = token.lastIndexOf('.');
  if (first < 0 || last === first) return splitCompact(token, start);
  const part = (name: TokenSegment['name'], from: number, to: number): TokenSegment => ({
    name,
    text: token.slice(from, to),
    start: start + from,
    end: start + to,
  });
  return [
    part('header', 0, first),
    part('payload', first + 1, last),
    part('signature', last + 1, token.length),
  ];
}

function wrongCount(token: string, segments: readonly TokenSegment[]): TokenProblem {
  const count = token.split('.').length;
  return {
    code: 'segment-count',
    message: `A token has 3 parts (JWS) or 5 (JWE) between dots; this text has ${count}.`,
    remedy: 'Copy the token whole, from the first character of its header to the end of its last part.',
    start: segments[0]?.start ?? 0,
    end: segments.at(-1)?.end ?? 0,
  };
}
