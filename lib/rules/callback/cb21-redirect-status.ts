import type { Flow, Hop } from '../../flow/types.ts';
import type { Found, Rule } from '../types.ts';

/** Redirects of a flow use a status that neither repeats a request body nor is kept in a cache. */
export const cb21: Rule = {
  id: 'CB21',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 9700 section 4.12',
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

function resendsBody(flow: Flow): readonly Found[] {
  const last = flow.callback ? redirects(flow).at(-1) : undefined;
  if (last?.status !== 307 && last?.status !== 308) return [];
  return [
    {
      severity: 'error',
      message: `The redirect to the callback has status ${last.status}, which makes the browser send a posted login form on to the client.`,
      remedy: 'The authorization server must redirect with 303.',
      at: { part: 'hop' },
    },
  ];
}

function isCacheable(flow: Flow): readonly Found[] {
  const index = flow.hops.findIndex((hop) => hop.status === 301 && redirects(flow).includes(hop));
  if (index < 0) return [];
  return [
    {
      message: `Hop ${index + 1} redirects with status 301, which a browser may keep and repeat without asking again.`,
      remedy:
        'The authorization server should redirect with 303 (or 302); until it does, test with the cache disabled.',
      at: { part: 'hop' },
    },
  ];
}
