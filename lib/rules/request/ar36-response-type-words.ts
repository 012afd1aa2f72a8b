import { quoteValue } from '../define.ts';
import { inRequest, sent, words } from '../request-facts.ts';
import type { Rule, Severity } from '../types.ts';

const KNOWN: ReadonlySet<string> = new Set(['code', 'token', 'id_token', 'none']);

/** Spellings that are mistaken for a response type, such as the name of a grant. */
const MEANT: ReadonlySet<string> = new Set([
  'authorizationcode',
  'authcode',
  'codes',
  'tokens',
  'implicit',
  'hybrid',
  'idtoken',
  'accesstoken',
  'code',
  'token',
  'none',
]);

/** The server knows the response type. */
export const ar36: Rule = {
  id: 'AR36',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 section 3.1.1; OAuth 2.0 Multiple Response Type Encoding Practices sections 3 to 5',
  title: 'response_type is made of code, token and id_token with single spaces between, or is none.',
  check(flow) {
    const type = sent(flow, 'response_type');
    if (!type) return [];
    const fault = faultOf(type.value);
    if (!fault) return [];
    const [why, severity] = fault;
    return [
      {
        severity,
        message: `${type.name} ${quoteValue(type.value)} ${why}.`,
        remedy: 'Send code, or words such as “code id_token” with one space between them, in lower case.',
        at: inRequest(type.name),
      },
    ];
  },
};

function faultOf(value: string): readonly [why: string, severity: Severity] | undefined {
  const list = words(value);
  if (/[,;|+]/.test(value)) return ['does not separate its words with spaces', 'error'];
  if (/\S\s{2,}\S/.test(value)) return ['has more than one space between its words', 'error'];
  if (new Set(list).size < list.length) return ['names a word twice', 'error'];
  if (list.includes('none') && list.length > 1) return ['combines none with another word', 'error'];
  const unknown = list.find((word) => !KNOWN.has(word));
  if (unknown === undefined) return undefined;
  const meant = MEANT.has(unknown.toLowerCase().replace(/[^a-z]/g, ''));
  if (meant) return [`has ${quoteValue(unknown)}, which is not a response type`, 'error'];
  return [`has ${quoteValue(unknown)}, which no specification in use defines`, 'warning'];
}
