import type { Flow, FlowCall } from '../../flow/types.ts';
import { parseUrl } from '../../oauth/url.ts';
import { quoteCall, quoteValue } from '../define.ts';
import { fieldOf, tokenCallsOf } from '../exchanges.ts';
import type { Rule } from '../types.ts';

/** Grants of RFC 6749; others are URNs (RFC 6749 section 4.5). */
const GRANTS: ReadonlySet<string> = new Set([
  'authorization_code',
  'refresh_token',
  'client_credentials',
  'password',
]);

/** The token endpoint knows the grant. */
export const tk08: Rule = {
  id: 'TK08',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 sections 4.1.3, 4.4.2, 4.5 and 6',
  title: 'grant_type is authorization_code, refresh_token, client_credentials, password or a URI.',
  check(flow) {
    return tokenRequests(flow).flatMap((call) => {
      const named = call.fields.some(({ name }) => name === 'grant_type');
      const grant = named ? fieldOf(call, 'grant_type') : '';
      if (grant === undefined || GRANTS.has(grant) || /^[a-z][a-z0-9+.-]*:\S+$/i.test(grant)) return [];
      const letters = (grant === '' ? likelyGrant(call) : grant).toLowerCase().replace(/[^a-z]/g, '');
      const meant = /code/.test(letters)
        ? 'authorization_code'
        : [...GRANTS].find((one) => one.replace('_', '') === letters || one.split('_')[0] === letters);
      return [
        {
          message: named
            ? `grant_type of ${quoteCall(call)} is ${grant === '' ? 'empty' : `${quoteValue(grant)}, which is not a grant`}.`
            : `grant_type is missing from ${quoteCall(call)}.`,
          remedy: meant ? `Send grant_type=${meant}.` : 'Send one of the grants that the provider documents.',
          at: { part: 'call', parameter: 'grant_type' } as const,
        },
      ];
    });
  },
};

/** Calls that name a grant, and those that send what only a token endpoint takes without naming one. */
function tokenRequests(flow: Flow): readonly FlowCall[] {
  const unnamed = (flow.calls ?? []).filter(
    (call) =>
      call.method === 'POST' &&
      !call.fields.some(({ name }) => name === 'grant_type') &&
      likelyGrant(call) !== '' &&
      /\/token$/.test(parseUrl(call.url)?.pathname ?? ''),
  );
  return [...tokenCallsOf(flow), ...unnamed];
}

/** The grant whose parameters a call sends. */
function likelyGrant({ fields }: FlowCall): string {
  const has = (wanted: string): boolean => fields.some(({ name }) => name === wanted);
  if (has('code') || has('code_verifier')) return 'authorization_code';
  return has('refresh_token') ? 'refresh_token' : '';
}
