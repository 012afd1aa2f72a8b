import type { Rule } from '../types.ts';

/** The redirect that carries the response uses a status that neither repeats the request body nor is kept in a cache. */
export const cb21: Rule = {
  id: 'CB21',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 9700 section 4.12',
  title: 'The authorization server redirects with 303 or 302.',
  check(flow) {
    const from = flow.hops.findLast(
      (hop) => hop.location !== undefined && hop.role !== 'after callback' && hop.role !== 'callback',
    );
    if (!flow.callback || !from) return [];
    if (from.status === 307 || from.status === 308) {
      return [
        {
          severity: 'error',
          message: `The redirect to the callback has status ${from.status}, which makes the browser send the login form on to the client.`,
          remedy: 'The authorization server must redirect with 303.',
          at: { part: 'hop' },
        },
      ];
    }
    if (from.status !== 301) return [];
    return [
      {
        message:
          'The redirect to the callback has status 301, which a browser may keep and repeat without asking again.',
        remedy: 'The authorization server should redirect with 303 (or 302).',
        at: { part: 'hop' },
      },
    ];
  },
};
