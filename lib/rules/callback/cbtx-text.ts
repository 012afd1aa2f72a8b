import { quoteValue } from '../define.ts';
import type { Rule } from '../types.ts';

/** Response values are readable text within bounds. */
export const cbText: Rule = {
  id: 'CBTX',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 6749 appendices A and B',
  title: 'Response parameters are correctly encoded, printable and of bearable size.',
  check(flow) {
    const parameters = flow.callback?.response.parameters ?? [];
    return parameters.flatMap(({ name, problems, value }) =>
      problems.map((problem) => ({
        message: `${name} ${quoteValue(value)}: ${problem.message}`,
        remedy: problem.remedy,
        at: { part: 'callback', parameter: name } as const,
      })),
    );
  },
};
