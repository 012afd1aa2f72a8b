import { hostOf } from '../../oauth/url.ts';
import { quoteValue } from '../define.ts';
import type { Rule } from '../types.ts';

/** The provider's page may be shown where it was loaded. */
export const cb34: Rule = {
  id: 'CB34',
  severity: 'error',
  gate: 'base',
  source: 'RFC 9700 section 4.16; RFC 7034 section 2.1; CSP Level 3 section 6.4.2',
  title: 'The provider lets its page be shown in the frame it was loaded into.',
  check({ end, hops, request }) {
    if (end?.kind !== 'frame-refused') return [];
    const url = hops.at(-1)?.url ?? request?.url ?? '';
    const by = end.policy === undefined ? '' : ` by ${quoteValue(end.policy)}`;
    return [
      {
        message: `${hostOf(url)} forbids that its page is shown in this frame${by}; the browser shows nothing.`,
        remedy:
          'Open the sign-in in the whole window or in a pop-up; in a frame use prompt=none, which shows no page, or have the origin allowed by the provider.',
        at: { part: 'hop' },
      },
    ];
  },
};
