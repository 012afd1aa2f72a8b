import { looksLikeToken } from '../../jwt/find-tokens.ts';
import { standardName } from '../../oauth/aliases.ts';
import type { Parameter } from '../../oauth/parameters.ts';
import { quoteValue } from '../define.ts';
import { inRequest } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Values that may be written over several lines. */
const FREE: ReadonlySet<string> = new Set(['claims', 'authorization_details', 'registration']);

/** No value was copied together with what stood beside it. */
export const ar35: Rule = {
  id: 'AR35',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 appendix A',
  title: 'No value begins or ends with a space, or holds a line break or an invisible character.',
  check(flow, { catalogue }) {
    return (flow.request?.parameters ?? []).flatMap((parameter) => {
      const why = faultOf(parameter);
      if (why === undefined) return [];
      const { name, value } = parameter;
      return [
        {
          ...(standardName(name, catalogue.aliases) ? {} : { severity: 'warning' as const }),
          message: `${name} ${quoteValue(value.trim())} ${why}.`,
          remedy:
            'Remove it, and look where the value is read from: a file, an environment variable, a form.',
          at: inRequest(name),
        },
      ];
    });
  },
};

/** What is wrong, as the end of a sentence. Spaces that are not encoded, or stand around a token, have another rule. */
function faultOf({ name, value, rawValue = '' }: Parameter): string | undefined {
  if (FREE.has(name)) return undefined;
  const [invisible] = /(?![\r\n\t])[\p{Cc}\p{Cf}]/u.exec(value) ?? [];
  if (invisible !== undefined) return `holds an invisible character (${codePoint(invisible)})`;
  if (/\s/.test(rawValue) || looksLikeToken(value.trim())) return undefined;
  if (/[\r\n]/.test(value)) return 'holds an encoded line break (%0A or %0D)';
  if (name === 'scope' || value.trim() === value || value.trim() === '') return undefined;
  return `${value.trimStart() === value ? 'ends' : 'begins'} with an encoded space`;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
