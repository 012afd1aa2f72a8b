import type { Rule } from '../types.ts';

/** A code does not stay where it can be read later. */
export const cb23: Rule = {
  id: 'CB23',
  severity: 'info',
  gate: 'base',
  source: 'RFC 9700 section 4.3.1',
  title: 'The client leaves the callback’s URL at once, so that no code stays in address bar and history.',
  check({ callback, hops }) {
    const code = callback?.response.values.code;
    if (!callback || !code || callback.response.customScheme || callback.delivery !== 'answered') return [];
    const inUrl = code.source === 'query' || code.source === 'fragment';
    const stays = callback.status === 200 && hops.at(-1)?.role === 'callback';
    if (!inUrl || !stays) return [];
    return [
      {
        message: `${code.name} stays in the address bar and the history: the callback was answered with a page, not with a redirect.`,
        remedy:
          'Redirect on with 303 after reading the code, replace the URL by script (history.replaceState), or use response_mode=form_post.',
        at: { part: 'callback', parameter: code.name },
      },
    ];
  },
};
