import type { Flow, Hop } from '../../flow/types.ts';
import type { Found, Rule } from '../types.ts';

/** Redirects of a flow use a status that neither repeats a request body nor is kept in a cache. */
export const cb21: Rule = {
  id: 'CB21',
  severity: 'warning',
  gate: 'base',
  source:
    'RFC 9700 section 4.12; RFC 9110 sections 15.4.2, 15.4.8 and 15.4.9; FAPI 2.0 Security Profile sections 5.3.2.2-10 and 5.3.2.2-11',
  title: 'The authorization server redirects with 303 or 302.',
  check(flow) {
    return [...resendsBody(flow), ...isCacheable(flow)];
  },
};

function redirects(flow: Flow): readonly Hop[] {
  return flow.hops.filter(
    (hop) => hop.location !== undefined && hop.role !== 'callback' && hop.role !== 'after callback',
  );
}

/** Only a request with a body has something to repeat. */
function resendsBody(flow: Flow): readonly Found[] {
  const last = flow.callback ? redirects(flow).at(-1) : undefined;
  if ((last?.status !== 307 && last?.status !== 308) || last.method === 'GET' || last.method === 'HEAD')
    return [];
  return [
    {
      severity: 'error',
      message: `The redirect to the callback has status ${last.status}, so the browser sends the posted login form on to the application.`,
      remedy: 'The authorization server must redirect with 303.',
      at: { part: 'hop' },
    },
  ];
}

function isCacheable(flow: Flow): readonly Found[] {
  const index = flow.hops.findIndex(
    (hop) =>
      (hop.status === 301 || hop.status === 308) && hop.method === 'GET' && redirects(flow).includes(hop),
  );
  const hop = flow.hops[index];
  if (!hop) return [];
  return [
    {
      message: `Hop ${index + 1} redirects with status ${hop.status}, which a browser may store and repeat without asking again.`,
      remedy:
        'The authorization server should redirect with 303 (or 302); until it does, test with the cache disabled.',
      at: { part: 'hop' },
    },
  ];
}
