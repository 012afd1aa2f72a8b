import { quote } from '../define.ts';
import { exchangesOf } from '../exchanges.ts';
import type { Found, Rule } from '../types.ts';

/** A code is good once. */
export const cb20: Rule = {
  id: 'CB20',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 sections 4.1.2 and 10.5; FAPI 2.0 Security Profile section 5.3.2.2',
  title: 'A code is given out once and exchanged once.',
  check(flow, { others = [] }) {
    const code = flow.callback?.response.values.code;
    if (!code) return [];
    const at = { part: 'callback', parameter: code.name } as const;
    const found: Found[] = [];
    const earlier = others.find((other) => other.code === code.value && other.startedAt <= flow.startedAt);
    if (earlier) {
      found.push({
        message: `${code.name} ${quote(code.value)} already came in the flow of ${new Date(earlier.startedAt).toISOString()}.`,
        remedy: 'Do not use it: a page was loaded again, or somebody replays the response.',
        at,
      });
    }
    const exchanges = exchangesOf(flow);
    const succeeded = exchanges.findIndex(({ status = 0 }) => status >= 200 && status < 300);
    if (succeeded >= 0 && succeeded < exchanges.length - 1) {
      found.push({
        message: `${code.name} was exchanged ${exchanges.length} times; the exchange ${succeeded + 1} had succeeded.`,
        remedy: 'Exchange a code once. The provider may revoke all tokens that it gave for it.',
        at,
      });
    }
    return found;
  },
};
