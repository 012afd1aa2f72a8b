/** Standard names of the parameters that Grantscope reads, whatever a provider calls them. */
export type StandardName =
  | 'response_type'
  | 'response_mode'
  | 'client_id'
  | 'redirect_uri'
  | 'scope'
  | 'state'
  | 'nonce'
  | 'code_challenge'
  | 'code_challenge_method'
  | 'request'
  | 'request_uri'
  | 'flowid'
  | 'code'
  | 'error'
  | 'error_description'
  | 'error_uri'
  | 'id_token'
  | 'access_token'
  | 'token_type'
  | 'expires_in'
  | 'iss'
  | 'response'
  | 'session_state';

/** Provider spelling → standard name. */
export type Aliases = Readonly<Record<string, StandardName>>;

/**
 * Spellings that providers use for standard parameters. Profiles may add their own; the names shown are always those
 * that came.
 */
export const COMMON_ALIASES: Aliases = {
  redirect_url: 'redirect_uri',
  redirectUrl: 'redirect_uri',
  redirectUri: 'redirect_uri',
  callback_url: 'redirect_uri',
  clientId: 'client_id',
  ApplicationId: 'client_id',
  responseType: 'response_type',
  flowId: 'flowid',
  authorizationCode: 'code',
  authorization_code: 'code',
};

/** The standard name of a parameter, or undefined when it has none that Grantscope reads. */
export function standardName(name: string, aliases: Aliases = COMMON_ALIASES): StandardName | undefined {
  if (STANDARD.has(name)) return name as StandardName;
  return Object.hasOwn(aliases, name) ? aliases[name] : undefined;
}

const STANDARD: ReadonlySet<string> = new Set<StandardName>([
  'response_type',
  'response_mode',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
  'request',
  'request_uri',
  'flowid',
  'code',
  'error',
  'error_description',
  'error_uri',
  'id_token',
  'access_token',
  'token_type',
  'expires_in',
  'iss',
  'response',
  'session_state',
]);
