import { readBase64url } from './base64url.ts';
import { findTokens, MAX_SEARCHED } from './find-tokens.ts';
import { repeatedName } from './repeated-name.ts';
import type { DecodedToken, JsonObject, TokenProblem, TokenSegment } from './types.ts';

const JWS_SEGMENTS = ['header', 'payload', 'signature'] as const;
const JWE_SEGMENTS = [
  'header',
  'encrypted key',
  'initialization vector',
  'ciphertext',
  'authentication tag',
] as const;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a compact JWS (RFC 7515 section 7.1) or JWE (RFC 7516 section 7.1), alone or inside other text such as a URL
 * or a header line. Never throws: whatever can be read is returned beside the problems and their places.
 */
export function decodeToken(text: string): DecodedToken {
  const problems: TokenProblem[] = [];
  const trimmed = text.trim();
  if (trimmed === '') {
    const problem = {
      code: 'empty',
      message: 'There is no text.',
      remedy: 'Paste a token, a URL or a header line.',
    } as const;
    return {
      kind: 'malformed',
      token: '',
      segments: [],
      problems: [{ ...problem, start: 0, end: text.length }],
    };
  }
  if (text.length > MAX_SEARCHED) {
    problems.push({
      code: 'oversize',
      message: `The text is ${text.length} characters long; only the first ${MAX_SEARCHED} were read.`,
      remedy: 'Paste the token alone.',
      start: MAX_SEARCHED,
      end: text.length,
    });
  }
  const place = locate(text.slice(0, MAX_SEARCHED));
  const segments = split(place.token, place.start);
  return read(place.token, segments, problems);
}

/** The token in a text: the only word of it, else the first thing in it that looks like a token, else all of it. */
function locate(text: string): { token: string; start: number } {
  const start = text.length - text.trimStart().length;
  const token = text.trim();
  if (/^[^\s.?&=:]+(?:\.[^\s.?&=:]*)*=*$/.test(token)) return { token, start };
  return findTokens(text)[0] ?? { token, start };
}

function split(token: string, offset: number): readonly TokenSegment[] {
  const texts = token.split('.');
  const names = texts.length === 3 ? JWS_SEGMENTS : texts.length === 5 ? JWE_SEGMENTS : [];
  let start = offset;
  return texts.map((text, index): TokenSegment => {
    const guess = texts.length < 5 ? JWS_SEGMENTS[index] : JWE_SEGMENTS[index];
    const segment: TokenSegment = {
      name: names[index] ?? guess ?? 'unknown',
      text,
      start,
      end: start + text.length,
    };
    start = segment.end + 1;
    return segment;
  });
}

function read(token: string, segments: readonly TokenSegment[], problems: TokenProblem[]): DecodedToken {
  const complete = segments.length === 3 || segments.length === 5;
  if (!complete) {
    problems.push({
      code: 'segment-count',
      message: `A token has 3 parts (JWS) or 5 (JWE) between dots; this text has ${segments.length}.`,
      remedy: 'Copy the token whole, from the first character of its header to the end of its last part.',
      start: segments[0]?.start ?? 0,
      end: segments.at(-1)?.end ?? 0,
    });
  }
  const [headerSegment, payloadSegment] = segments;
  const encrypted = segments.length === 5;
  const header = headerSegment && readJson(headerSegment, problems, true);
  const payload = !encrypted && payloadSegment ? readJson(payloadSegment, problems, true) : undefined;
  for (const segment of segments.slice(encrypted ? 1 : 2)) readBytes(segment, problems);
  const sound =
    complete && header?.object !== undefined && problems.every((problem) => problem.code === 'oversize');
  return {
    kind: sound && (encrypted || payload?.object !== undefined) ? (encrypted ? 'jwe' : 'jws') : 'malformed',
    token,
    ...(header?.object ? { header: header.object } : {}),
    ...(payload?.object ? { payload: payload.object } : {}),
    ...(payload?.text !== undefined ? { payloadText: payload.text } : {}),
    segments,
    problems,
  };
}

function readBytes(segment: TokenSegment, problems: TokenProblem[]): Uint8Array | undefined {
  const add = (code: TokenProblem['code'], message: string, remedy: string): void => {
    problems.push({ code, message, remedy, start: segment.start, end: segment.end });
  };
  const spaceless = segment.text.replace(/\s+/g, '');
  if (spaceless !== segment.text) {
    add(
      'whitespace',
      `The ${segment.name} contains white space.`,
      'Remove spaces and line breaks from the token.',
    );
  }
  const { bytes, failure } = readBase64url(spaceless);
  if (failure === 'padding') {
    add('padding', `The ${segment.name} ends in “=”.`, 'Leave base64url padding out (RFC 7515 section 2).');
  } else if (failure === 'not-base64url') {
    add(
      'not-base64url',
      `The ${segment.name} is not base64url.`,
      'Use only A–Z, a–z, 0–9, “-” and “_” (RFC 7515 section 2).',
    );
  } else if (failure === 'not-canonical') {
    add(
      'not-canonical',
      `The ${segment.name} has stray trailing bits.`,
      'Encode it again; its last character carries bits that belong to no byte.',
    );
  }
  return bytes;
}

function readJson(
  segment: TokenSegment,
  problems: TokenProblem[],
  mustBeObject: boolean,
): { text?: string; object?: JsonObject } {
  const bytes = readBytes(segment, problems);
  if (!bytes) return {};
  const add = (code: TokenProblem['code'], message: string, remedy: string): void => {
    problems.push({ code, message, remedy, start: segment.start, end: segment.end });
  };
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    add(
      'not-utf8',
      `The ${segment.name} is not UTF-8.`,
      'Encode its JSON as UTF-8 before base64url (RFC 7519 section 7.1).',
    );
    return { text: new TextDecoder().decode(bytes) };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    add(
      'not-json',
      `The ${segment.name} is not JSON: ${(error as Error).message}.`,
      'Check the text that was encoded.',
    );
    return { text };
  }
  if (mustBeObject && (typeof value !== 'object' || value === null || Array.isArray(value))) {
    add(
      'not-an-object',
      `The ${segment.name} is JSON but not an object.`,
      'Headers and claims sets are JSON objects (RFC 7519 section 7.2).',
    );
    return { text };
  }
  const repeated = repeatedName(text);
  if (repeated !== undefined) {
    add(
      'repeated-name',
      `The ${segment.name} has the name “${repeated}” more than once; readers disagree on which one counts.`,
      'Leave one of them (RFC 7519 section 4).',
    );
  }
  return { text, object: value as JsonObject };
}
