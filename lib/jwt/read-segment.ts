import { isBase64url, readAscii, readBase64url } from './base64url.ts';
import { jsonFault } from './json-fault.ts';
import { outline } from './repeated-name.ts';
import type { JsonObject, TokenProblem, TokenProblemCode, TokenSegment } from './types.ts';

/** Objects and arrays inside each other that are read; deeper ones can be parsed but not printed everywhere. */
export const MAX_JSON_DEPTH = 200;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What a segment says, as far as it could be read. */
export interface ReadSegment {
  readonly text?: string;
  readonly object?: JsonObject;
}

type Add = (
  code: TokenProblemCode,
  message: string,
  remedy: string,
  more?: Pick<TokenProblem, 'position' | 'note'>,
) => void;

const adder =
  (segment: TokenSegment, problems: TokenProblem[]): Add =>
  (code, message, remedy, more = {}) => {
    problems.push({ code, message, remedy, start: segment.start, end: segment.end, ...more });
  };

const BASE64URL_FAULTS = {
  padding: {
    message: 'ends in “=”.',
    remedy: 'Leave base64url padding out (RFC 7515 section 2).',
  },
  'not-base64url': {
    message: 'is not base64url.',
    remedy: 'Use only A–Z, a–z, 0–9, “-” and “_” (RFC 7515 section 2).',
  },
  'not-canonical': {
    message: 'has stray trailing bits.',
    remedy: 'Encode it again; its last character carries bits that belong to no byte.',
  },
} as const;

/** Checks that a segment is base64url, without decoding it when it is. */
export function checkBytes(segment: TokenSegment, problems: TokenProblem[]): void {
  if (!isBase64url(segment.text)) readBytes(segment, problems);
}

/** The bytes of a segment, also where it bends the rules; undefined when there are none to be had. */
function readBytes(segment: TokenSegment, problems: TokenProblem[]): Uint8Array | undefined {
  const add = adder(segment, problems);
  const spaceless = /\s/.test(segment.text) ? segment.text.replace(/\s+/g, '') : segment.text;
  if (spaceless !== segment.text) {
    add(
      'whitespace',
      `The ${segment.name} contains white space.`,
      'Remove spaces and line breaks from the token.',
    );
  }
  const { bytes, failure } = readBase64url(spaceless);
  if (failure) {
    const { message, remedy } = BASE64URL_FAULTS[failure];
    add(
      failure,
      `The ${segment.name} ${message}${failure === 'not-base64url' ? firstForeign(spaceless) : ''}`,
      remedy,
    );
  }
  return bytes;
}

function firstForeign(text: string): string {
  const at = text.search(/[^A-Za-z0-9_-]/);
  if (at < 0)
    return ` No base64url text has ${text.length} character${text.length === 1 ? '' : 's'}: one is missing or too many.`;
  return ` Its character ${at + 1} is “${String.fromCodePoint(text.codePointAt(at) ?? 0)}”.`;
}

/**
 * Reads a segment as base64url of a JSON object in UTF-8. With `optional` (a payload that need not be a claims set) what
 * is no JSON object is noted and does not make the token malformed.
 */
export function readJson(segment: TokenSegment, problems: TokenProblem[], optional = false): ReadSegment {
  const ascii = readAscii(segment.text);
  if (ascii !== undefined) return readObject(ascii, segment, problems, optional);
  const bytes = readBytes(segment, problems);
  if (!bytes) return {};
  try {
    return readObject(utf8.decode(bytes), segment, problems, optional);
  } catch {
    adder(segment, problems)(
      'not-utf8',
      `The ${segment.name} is not UTF-8.`,
      'Encode its JSON as UTF-8 before base64url (RFC 7519 section 7.1).',
      optional ? { note: true } : {},
    );
    return { text: new TextDecoder().decode(bytes) };
  }
}

/** Reads decoded text as a JSON object, in the manner of {@link readJson}. */
export function readObject(
  text: string,
  segment: TokenSegment,
  problems: TokenProblem[],
  optional = false,
): ReadSegment {
  const add = adder(segment, problems);
  // What begins like an object was meant as one.
  const more = optional && !/^\s*\{/.test(text) ? ({ note: true } as const) : {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const fault = jsonFault(text);
    const position = fault && { offset: fault.offset, line: fault.line, column: fault.column };
    add(
      'not-json',
      `The ${segment.name} is not JSON: ${fault?.reason ?? 'it nests too deeply for this browser'}.`,
      'Check the text that was encoded.',
      { ...more, ...(position ? { position } : {}) },
    );
    return { text };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    add(
      'not-an-object',
      `The ${segment.name} is JSON but not an object.`,
      'Headers and claims sets are JSON objects (RFC 7519 section 7.2).',
      more,
    );
    return { text };
  }
  const { repeated, depth } = outline(text);
  if (depth > MAX_JSON_DEPTH) {
    add(
      'too-deep',
      `The ${segment.name} nests ${depth} levels deep.`,
      `Nest at most ${MAX_JSON_DEPTH} levels.`,
    );
    return { text };
  }
  for (const { name, first, later } of repeated) {
    add(
      'repeated-name',
      `The ${segment.name} has the name “${name}” more than once, for ${first} and for ${later}; readers disagree on which one counts.`,
      'Leave one of them (RFC 7519 section 4).',
    );
  }
  return { text, object: value as JsonObject };
}
