import { quoteValue } from '../define.ts';
import type { Rule, Severity } from '../types.ts';

/** The code arrived whole. */
export const cb27: Rule = {
  id: 'CB27',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 appendices A.11 and B',
  title: 'The code has no unencoded +, is not shortened by an ellipsis, and has no space around it.',
  check({ callback }) {
    const code = callback?.response.values.code;
    if (!callback || !code || code.value === '') return [];
    const raw = callback.response.parameters.find(({ name }) => name === code.name)?.rawValue;
    const fault = faultOf(code.value, raw);
    if (!fault) return [];
    const [severity, why, remedy] = fault;
    return [
      {
        severity,
        message: `${code.name} ${quoteValue(code.value)} ${why}.`,
        remedy,
        at: { part: 'callback', parameter: code.name },
      },
    ];
  },
};

function faultOf(value: string, raw = ''): readonly [Severity, why: string, remedy: string] | undefined {
  if (raw.includes('+'))
    return [
      'error',
      'was sent with an unencoded +, which every reader turns into a space',
      'The provider must write %2B; until it does, put the + back before the exchange.',
    ];
  if (/…|\.\.\.$/.test(value))
    return [
      'error',
      'was shortened: it has an ellipsis',
      'Copy the callback’s URL whole, not as it is displayed.',
    ];
  if (value !== value.trim())
    return ['warning', 'has white space at an end', 'Remove the white space before the exchange.'];
  return undefined;
}
