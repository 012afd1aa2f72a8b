import { quoteValue } from '../define.ts';
import { inRequest, sent } from '../request-facts.ts';
import type { Found, OtherFlow, Rule } from '../types.ts';

const ONCE = [
  ['state', 'state'],
  ['nonce', 'nonce'],
  ['code_challenge', 'codeChallenge'],
] as const satisfies readonly (readonly [string, keyof OtherFlow])[];

/** Values that bind one request are used for one request. */
export const ar16: Rule = {
  id: 'AR16',
  severity: 'error',
  gate: 'base',
  source: 'RFC 9700 sections 2.1.1 and 4.7.1; RFC 9126 section 4',
  title: 'state, nonce and code_challenge are fresh for every request.',
  check(flow, { others = [] }) {
    const earlier = others.filter(({ id, startedAt }) => id !== flow.id && startedAt <= flow.startedAt);
    return ONCE.flatMap(([name, member]): readonly Found[] => {
      const value = sent(flow, name);
      if (!value || !earlier.some((other) => other[member] === value.value)) return [];
      return [
        {
          message: `${value.name} ${quoteValue(value.value)} was already used by an earlier request.`,
          remedy: 'Make a new value for every request, and do not open a stored authorization URL again.',
          at: inRequest(value.name),
        },
      ];
    });
  },
};
