import type { Rule } from '../types.ts';

/** A code does not stay where it can be read later. Said only when the address was seen to be loaded again. */
export const cb23: Rule = {
  id: 'CB23',
  severity: 'info',
  gate: 'base',
  source: 'RFC 9700 section 4.3.1',
  title: 'The client leaves the callback’s URL at once, so that no code stays in address bar and history.',
  check({ callback, hops, marks }) {
    const code = callback?.response.values.code;
    if (!callback || !code || callback.response.customScheme || marks.includes('in-frame')) return [];
    if (code.source !== 'query' && code.source !== 'fragment') return [];
    const loads = hops.filter(
      ({ role, url, method }) =>
        (role === 'callback' || role === 'after callback') && method === 'GET' && url === callback.url,
    );
    if (loads.length < 2) return [];
    return [
      {
        message: `${code.name} stayed in the address bar: the callback’s URL was loaded ${loads.length} times, by reload or back.`,
        remedy:
          'Redirect with 303 after reading the code, replace the URL by script (history.replaceState), or use response_mode=form_post.',
        at: { part: 'callback', parameter: code.name },
      },
    ];
  },
};
