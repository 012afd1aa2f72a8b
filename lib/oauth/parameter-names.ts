import { type Aliases, type StandardName, standardName } from './aliases.ts';

const STANDARD_REQUEST: ReadonlySet<StandardName> = new Set<StandardName>([
  ...(['response_type', 'response_mode', 'client_id', 'redirect_uri', 'scope', 'state', 'nonce'] as const),
  ...(['code_challenge', 'code_challenge_method', 'request', 'request_uri', 'flowid'] as const),
]);

const STANDARD_RESPONSE: ReadonlySet<StandardName> = new Set<StandardName>([
  ...(['code', 'state', 'error', 'error_description', 'error_uri', 'id_token', 'access_token'] as const),
  ...(['token_type', 'expires_in', 'scope', 'iss', 'response', 'session_state', 'flowid'] as const),
]);

/** Registered parameters of authorize requests beside those that have a standard name here. */
const OTHER_REQUEST: ReadonlySet<string> = new Set([
  ...[
    'display',
    'prompt',
    'max_age',
    'ui_locales',
    'claims_locales',
    'id_token_hint',
    'login_hint',
    'acr_values',
  ],
  ...['claims', 'registration', 'resource', 'audience', 'authorization_details', 'dpop_jkt', 'access_type'],
  ...['include_granted_scopes', 'domain_hint', 'kc_idp_hint', 'connection', 'organization', 'iss'],
  ...['aud', 'vtr', 'grant_id', 'grant_management_action'],
]);

/** True for a parameter of an authorize request, under its standard name or a provider's. */
export function isRequestName(name: string, aliases: Aliases): boolean {
  const standard = standardName(name, aliases);
  return OTHER_REQUEST.has(name) || (standard !== undefined && STANDARD_REQUEST.has(standard));
}

/** True for a parameter of an authorization response, under its standard name or a provider's. */
export function isResponseName(name: string, aliases: Aliases): boolean {
  const standard = standardName(name, aliases);
  return standard !== undefined && STANDARD_RESPONSE.has(standard);
}
