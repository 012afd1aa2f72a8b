import { parametersOfUrl } from '../../flow/tokens.ts';
import { inRequest } from '../request-facts.ts';
import type { Rule } from '../types.ts';

const SECRETS: ReadonlySet<string> = new Set([
  'client_secret',
  'password',
  'clientSecret',
  'secret',
  'api_key',
  'apikey',
  'access_token',
  'refresh_token',
  'code_verifier',
  'client_assertion',
  'assertion',
]);

/** Secrets are not sent in a URL, which histories and logs keep. Their values are not repeated here. */
export const ar28: Rule = {
  id: 'AR28',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 section 2.3.1; RFC 9700 sections 4.2 and 4.3',
  title: 'No secret, token or verifier is in the authorization URL.',
  check({ request }) {
    if (!request) return [];
    return parametersOfUrl(request.url)
      .filter(({ name, value }) => SECRETS.has(name) && value !== '')
      .map(({ name, value }) => ({
        message: `${name} (${value.length} characters) is in the URL, which histories, logs and Referer headers keep.`,
        remedy: 'Remove it from the URL and replace the secret; it belongs in the token request.',
        at: inRequest(name),
      }));
  },
};
