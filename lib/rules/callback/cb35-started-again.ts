import { quoteValue } from '../define.ts';
import type { Rule } from '../types.ts';

/** A code is used, and not thrown away for another. */
export const cb35: Rule = {
  id: 'CB35',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 6749 section 4.1.3',
  title: 'The application does not begin the same sign-in again right after its callback.',
  check({ callback, restartedAt }) {
    if (!callback || restartedAt === undefined) return [];
    const { code } = callback.response.values;
    const received = code ? `${code.name} ${quoteValue(code.value)}` : 'the response';
    return [
      {
        message: `${Math.max(restartedAt - callback.at, 0)} ms after ${received} arrived, the application asked for the same sign-in again.`,
        remedy:
          'Look into the log of the application: it refused the response, or lost the session that it made of it.',
        at: { part: 'callback' },
      },
    ];
  },
};
