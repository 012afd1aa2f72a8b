import { quoteValue } from '../define.ts';
import { exchangesOf } from '../exchanges.ts';
import { clockOf, spanOf } from '../instant.ts';
import type { Found, Rule } from '../types.ts';

/** A code is good once. */
export const cb20: Rule = {
  id: 'CB20',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 sections 4.1.2 and 10.5; FAPI 2.0 Security Profile section 5.3.2.2-9',
  title: 'A code is given out once and exchanged once.',
  check(flow, { others = [], timeZone }) {
    const code = flow.callback?.response.values.code;
    if (!code) return [];
    const at = { part: 'callback', parameter: code.name } as const;
    const found: Found[] = [];
    const earlier = others.find((other) => other.code === code.value && other.startedAt <= flow.startedAt);
    if (earlier) {
      found.push({
        message: `${code.name} ${quoteValue(code.value)} already came ${spanOf((flow.startedAt - earlier.startedAt) / 1_000)} earlier, in the flow of ${clockOf(earlier.startedAt, flow.startedAt, timeZone)}.`,
        remedy: 'Do not exchange it again: the response was loaded a second time or replayed.',
        at,
      });
    }
    const exchanges = exchangesOf(flow);
    const succeeded = exchanges.findIndex(({ status = 0 }) => status >= 200 && status < 300);
    if (succeeded >= 0 && succeeded < exchanges.length - 1) {
      found.push({
        message: `${code.name} was exchanged ${exchanges.length} times, although exchange ${succeeded + 1} had succeeded.`,
        remedy: 'Exchange a code once; the provider may revoke the tokens that it gave for it.',
        at,
      });
    }
    return found;
  },
};
