import { isSilent } from '../../flow/flow-kind.ts';
import { hostOf } from '../../oauth/url.ts';
import { refusalCauses } from '../refusal-causes.ts';
import type { Rule } from '../types.ts';

/** The first page of the provider leads on. A refusal that is answered 200 looks like a page of the sign-in. */
export const cb37: Rule = {
  id: 'CB37',
  severity: 'info',
  gate: 'base',
  source: 'RFC 6749 section 4.1.2.1',
  title: 'Something follows the first page of the provider.',
  check(flow, context) {
    const { request, hops, abandoned, marks } = flow;
    const last = hops.at(-1);
    if (!request || !abandoned || marks.includes('earlier-session') || isSilent(flow)) return [];
    if (last?.role !== 'authorize request' || last.status !== 200) return [];
    return [
      {
        message: `${hostOf(last.url)} answered the authorize request with a page, and nothing followed it.`,
        remedy: `If the page was a refusal and no sign-in: ${lowerFirst(refusalCauses(flow, context))}`,
        at: { part: 'hop' },
      },
    ];
  },
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
