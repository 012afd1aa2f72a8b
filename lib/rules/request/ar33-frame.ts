import type { Flow } from '../../flow/types.ts';
import { sentText, words } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** People see whose page they sign in to. */
export const ar33: Rule = {
  id: 'AR33',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 9700 section 4.16',
  title: 'The authorization page is not opened in a frame.',
  check(flow) {
    if (!flow.request || !flow.marks.includes('in-frame') || showsNoPage(flow)) return [];
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

/** A silent renewal shows no page, and an answer by message needs the frame (OpenID Connect Core section 3.1.2.1). */
function showsNoPage(flow: Flow): boolean {
  return (
    words(sentText(flow, 'prompt')).includes('none') || /message/.test(sentText(flow, 'response_mode') ?? '')
  );
}
