import type { Rule } from '../types.ts';

/** People see whose page they sign in to. */
export const ar33: Rule = {
  id: 'AR33',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 9700 section 4.16; RFC 8252 section 8.12',
  title: 'The authorization page is not opened in a frame.',
  check({ marks, request }) {
    if (!request || !marks.includes('in-frame')) return [];
    return [
      {
        message:
          'The authorization page was opened in a frame, where nobody sees its address and clicks can be stolen.',
        remedy: 'Open it in the whole window or in a window of its own.',
        at: { part: 'request' },
      },
    ];
  },
};
