import { jsonFault } from '../jwt/json-fault.ts';
import { parseJson } from '../jwt/parse-json.ts';
import { outline } from '../jwt/repeated-name.ts';
import type { Json } from '../jwt/types.ts';
import type { Remark, StepAnswer } from './types.ts';

/** What an answer's body is, with what is odd about it. */
export interface AnswerBody {
  readonly kind: 'empty' | 'json' | 'text';
  /** Present when it is JSON. */
  readonly json?: Json;
  readonly remarks: readonly Remark[];
}

/** Deeper JSON is shown as text: engines fail to print what they could parse. */
export const MAX_ANSWER_DEPTH = 200;

/** Reads the body of an answer. Whatever a server sends is readable somehow; never throws. */
export function readBody({ status, headers, body, cut }: StepAnswer): AnswerBody {
  const type = headerValue(headers, 'content-type');
  if (body.trim() === '') return { kind: 'empty', remarks: status >= 400 ? [EMPTY_ERROR(status)] : [] };
  const saysJson = /[/+]json\b/i.test(type ?? '');
  if (cut) return { kind: 'text', remarks: [CUT] };
  const json = parseJson(body);
  // Why it is no JSON takes longer to find than that it is none.
  const fault = json === undefined ? jsonFault(body) : undefined;
  if (fault) {
    const remarks = saysJson ? [brokenJson(fault.reason)] : [notJson(status, type, body)];
    return { kind: 'text', remarks };
  }
  const { repeated, depth } = outline(body);
  if (depth > MAX_ANSWER_DEPTH || json === undefined) return { kind: 'text', remarks: [tooDeep(depth)] };
  const remarks: Remark[] = repeated.map(repeatedName);
  if (!saysJson) remarks.push(wrongType(type));
  return { kind: 'json', json, remarks };
}

/** The value of the first header with this name, in any letter case. */
export function headerValue(headers: StepAnswer['headers'], name: string): string | undefined {
  return headers.find(([one]) => one.toLowerCase() === name)?.[1];
}

const EMPTY_ERROR = (status: number): Remark => ({
  code: 'empty-error',
  message: `The server answered HTTP ${status} without a word.`,
  remedy: 'Look at the headers; WWW-Authenticate often says more.',
});

const CUT: Remark = {
  code: 'cut',
  message: 'The answer is so long that only its beginning was read.',
  remedy: 'Run the curl command to get all of it.',
};

function notJson(status: number, type: string | undefined, body: string): Remark {
  const html = /^\s*<(?:!doctype|html)/i.test(body);
  return {
    code: 'not-json',
    message: `The answer (HTTP ${status}, ${type ?? 'no content type'}) is ${html ? 'a web page' : 'text'} and no JSON.`,
    remedy: html
      ? 'It does not come from the API: check the base URL and whether a proxy or a sign-in page is in between.'
      : 'Check the base URL and the path; nothing of it can be offered to later steps.',
  };
}

function brokenJson(reason: string): Remark {
  return {
    code: 'broken-json',
    message: `The answer says that it is JSON and is not: ${reason}.`,
    remedy: 'Report it to the provider; nothing of it can be offered to later steps.',
  };
}

function wrongType(type: string | undefined): Remark {
  return {
    code: 'wrong-content-type',
    message:
      type === undefined
        ? 'The answer is JSON and has no content type.'
        : `The answer is JSON and its content type is ${type.slice(0, 100)}.`,
    remedy: 'Clients that go by the content type will refuse it; report it to the provider.',
  };
}

function tooDeep(depth: number): Remark {
  return {
    code: 'too-deep',
    message: `The answer is JSON nested ${depth} levels deep and is shown as text.`,
    remedy: 'Nothing of it can be offered to later steps.',
  };
}

function repeatedName({ name, first, later }: { name: string; first: string; later: string }): Remark {
  return {
    code: 'repeated-name',
    message: `The name ${name.slice(0, 80)} stands twice in one object: ${first} and ${later}. The later one is taken.`,
    remedy: 'Parsers differ in which one they take (RFC 8259 section 4); report it to the provider.',
  };
}
