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
 * Spellings of standard parameters that are no single provider's: clients that write names as their programming language
 * does. A provider's own are in its profile; a catalogue holds both.
 */
export const COMMON_ALIASES: Aliases = {
  redirectUri: 'redirect_uri',
  clientId: 'client_id',
  responseType: 'response_type',
  authorization_code: 'code',
};

/** The standard name of a parameter, or undefined when it has none that Grantscope reads. */
export function standardName(name: string, aliases: Aliases): StandardName | undefined {
  if (STANDARD.has(name)) return name as StandardName;
  return Object.hasOwn(aliases, name) ? aliases[name] : undefined;
}

/** Every name under which a standard parameter may come, the standard one first. */
export function spellingsOf(standard: StandardName, aliases: Aliases): readonly string[] {
  const others = Object.keys(aliases).filter((name) => aliases[name] === standard && !STANDARD.has(name));
  return [standard, ...others];
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
