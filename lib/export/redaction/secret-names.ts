/** What hidden values can be; the word stands in the placeholder. */
export const SECRET_KINDS = [
  ...(['code', 'token', 'secret', 'assertion', 'cookie', 'session', 'state', 'nonce', 'challenge'] as const),
  ...(['hash', 'person', 'signature', 'sealed'] as const),
];

export type SecretKind = (typeof SECRET_KINDS)[number];

const KINDS: Readonly<Record<Exclude<SecretKind, 'signature' | 'sealed'>, readonly string[]>> = {
  code: [
    ...['code', 'authorizationcode', 'authcode', 'devicecode', 'usercode', 'authreqid', 'requesturi'],
    ...['verificationcode', 'smscode', 'mfacode', 'securitycode', 'ticket'],
  ],
  token: ['jwt', 'bearer', 'authorization', 'proxyauthorization', 'directlogin', 'dauth'],
  secret: [
    ...['pin', 'otp', 'totp', 'tan', 'codeverifier', 'apikey', 'xapikey', 'consumerkey', 'privatekey'],
    ...['credential', 'credentials', 'pwd', 'signature', 'sig'],
  ],
  assertion: ['assertion', 'clientassertion', 'samlresponse', 'samlart', 'wresult', 'dpop', 'proof'],
  cookie: ['cookie', 'cookies', 'setcookie'],
  session: ['sessionstate', 'session', 'sessionid', 'sid', 'jsessionid', 'phpsessid', 'aspnetsessionid'],
  state: ['state', 'relaystate'],
  nonce: ['nonce', 'clientnonce', 'servernonce'],
  challenge: ['codechallenge'],
  hash: ['chash', 'athash', 'shash', 'rthash', 'ath'],
  person: [
    ...['loginhint', 'username', 'user', 'login', 'email', 'emailaddress', 'mail', 'phone', 'phonenumber'],
    ...['mobile', 'msisdn', 'iban', 'bban', 'accountnumber', 'cardnumber', 'pan', 'nationalid', 'birthdate'],
    ...['preferredusername', 'givenname', 'familyname', 'middlename', 'nickname', 'firstname', 'lastname'],
  ],
};

/** Claims about a person (OpenID Connect Core section 5.1) whose names mean something else outside of a claims set. */
const PERSONAL_CLAIMS: ReadonlySet<string> = new Set([
  ...['sub', 'name', 'picture', 'website', 'profile', 'address', 'streetaddress', 'formatted'],
]);

const BY_NAME: ReadonlyMap<string, SecretKind> = new Map(
  (Object.entries(KINDS) as [SecretKind, readonly string[]][]).flatMap(([kind, names]) =>
    names.map((name): [string, SecretKind] => [name, kind]),
  ),
);

/** Endings that tell a secret whatever stands before them: `refresh_token`, `client_secret`, `new_password`. */
const BY_ENDING: readonly (readonly [RegExp, SecretKind])[] = [
  [/tokens?$|tokenhint$/, 'token'],
  [/secret|passw(?:or)?d|passphrase/, 'secret'],
  [/assertion$/, 'assertion'],
  [/cookie$/, 'cookie'],
];

const LONGEST_NAME = 100;

/**
 * What a value with this name is, or undefined when the name tells of no secret. Letter case, hyphens and underscores do
 * not count.
 * @param inClaims true for a member of a claims set or another JSON object
 */
export function secretKind(name: string, inClaims = false): SecretKind | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (inClaims && PERSONAL_CLAIMS.has(plain)) return 'person';
  return BY_NAME.get(plain) ?? BY_ENDING.find(([ending]) => ending.test(plain))?.[1];
}

/** Private members of a JWK, and the secret of a symmetric one (RFC 7518 section 6). */
export const PRIVATE_JWK_MEMBERS: ReadonlySet<string> = new Set([
  'd',
  'p',
  'q',
  'dp',
  'dq',
  'qi',
  'oth',
  'k',
]);

/** Words of the protocols: a value that is one of them is no secret wherever it stands. */
const PUBLIC_WORDS: ReadonlySet<string> = new Set([
  ...['authorization_code', 'client_credentials', 'refresh_token', 'access_token', 'id_token', 'implicit'],
  ...['password', 'username', 'client_secret', 'client_id', 'redirect_uri', 'response_type', 'response_mode'],
  ...['request', 'request_uri', 'response', 'session_state', 'code_challenge', 'code_verifier', 'form_post'],
  ...[
    'bearer',
    'openid',
    'profile',
    'authorize',
    'callback',
    'method',
    'status',
    'string',
    'object',
    'number',
  ],
  ...[
    'boolean',
    'undefined',
    'localhost',
    'invalid',
    'required',
    'accounts',
    'payments',
    'consent',
    'sandbox',
  ],
]);

/** True for a value that everybody knows, such as the name of a parameter. */
export function isPublicWord(value: string): boolean {
  return PUBLIC_WORDS.has(value.toLowerCase());
}
