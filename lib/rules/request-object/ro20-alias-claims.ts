import { quote } from '../define.ts';
import { claimsOf, documented, inRequest, own } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Spellings that no specification knows, with the standard one. */
const STANDARD: Readonly<Record<string, string>> = {
  redirect_url: 'redirect_uri',
  redirectUrl: 'redirect_uri',
  redirectUri: 'redirect_uri',
  callback_url: 'redirect_uri',
  callbackUrl: 'redirect_uri',
  clientId: 'client_id',
  responseType: 'response_type',
  responseMode: 'response_mode',
  scopes: 'scope',
  codeChallenge: 'code_challenge',
};

/** Claims have the names that servers look for. */
export const ro20: Rule = {
  id: 'RO20',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 6749 section 4.1.1; RFC 9101 section 4',
  title: 'Claims of the request object have the standard names of parameters.',
  check(flow, context) {
    const claims = claimsOf(flow) ?? {};
    return Object.keys(claims)
      .filter((name) => Object.hasOwn(STANDARD, name) && !documented(context, name))
      .map((name) => ({
        message: `${name} ${quote(textOf(own(claims, name)))} is no parameter; servers ignore it.`,
        remedy: `Call it ${STANDARD[name]}, or leave it out.`,
        at: inRequest(name),
      }));
  },
};

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
