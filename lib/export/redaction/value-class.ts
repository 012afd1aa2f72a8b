/** What hidden values can be; the word stands in the placeholder. */
export const VALUE_CLASSES = [
  ...(['code', 'token', 'secret', 'assertion', 'cookie', 'session', 'state', 'nonce', 'challenge'] as const),
  ...(['hash', 'person', 'client', 'key', 'id', 'signature', 'sealed', 'name', 'segment', 'host'] as const),
  ...(['scope', 'text', 'body', 'value', 'record'] as const),
];

export type ValueClass = (typeof VALUE_CLASSES)[number];

const NAMES: Readonly<Partial<Record<ValueClass, readonly string[]>>> = {
  code: [
    ...['code', 'authorizationcode', 'authcode', 'devicecode', 'usercode', 'authreqid', 'requesturi'],
    ...['verificationcode', 'smscode', 'mfacode', 'securitycode', 'ticket', 'otc'],
  ],
  token: [
    'jwt',
    'bearer',
    'authorization',
    'proxyauthorization',
    'directlogin',
    'dauth',
    'request',
    'response',
  ],
  secret: [
    ...[
      'pin',
      'otp',
      'totp',
      'totpcode',
      'tan',
      'codeverifier',
      'apikey',
      'xapikey',
      'consumerkey',
      'privatekey',
    ],
    ...['credential', 'credentials', 'pwd', 'pw', 'pass', 'signature', 'sig'],
  ],
  assertion: ['assertion', 'clientassertion', 'samlresponse', 'samlart', 'wresult', 'dpop', 'proof'],
  cookie: ['cookie', 'cookies', 'setcookie'],
  session: [
    'sessionstate',
    'session',
    'sessionid',
    'sid',
    'jsessionid',
    'phpsessid',
    'aspnetsessionid',
    'flowid',
  ],
  state: ['state', 'relaystate'],
  nonce: ['nonce', 'clientnonce', 'servernonce'],
  challenge: ['codechallenge'],
  hash: ['chash', 'athash', 'shash', 'rthash', 'ath'],
  person: [
    ...[
      'loginhint',
      'username',
      'user',
      'userid',
      'login',
      'email',
      'emailaddress',
      'mail',
      'phone',
      'phonenumber',
    ],
    ...['mobile', 'msisdn', 'iban', 'bban', 'accountnumber', 'cardnumber', 'pan', 'nationalid', 'birthdate'],
    ...['preferredusername', 'givenname', 'familyname', 'middlename', 'nickname', 'firstname', 'lastname'],
    ...['sub', 'psuid', 'name', 'picture', 'address', 'streetaddress', 'formatted'],
  ],
  client: ['clientid', 'azp', 'applicationid'],
  key: ['kid', 'x5c', 'x5t', 'x5ts256'],
  id: [
    'jti',
    'consentid',
    'intentid',
    'openbankingintentid',
    'xfapiinteractionid',
    'xrequestid',
    'accountid',
  ],
};

const BY_NAME: ReadonlyMap<string, ValueClass> = new Map(
  (Object.entries(NAMES) as [ValueClass, readonly string[]][]).flatMap(([kind, names]) =>
    names.map((name): [string, ValueClass] => [name, kind]),
  ),
);

/** Endings that decide whatever stands before them: `refresh_token`, `client_secret`, `new_password`. */
const BY_ENDING: readonly (readonly [RegExp, ValueClass])[] = [
  [/tokens?$|tokenhint$/, 'token'],
  [/secret|passw(?:or)?d|passphrase/, 'secret'],
  [/assertion$/, 'assertion'],
  [/cookie$/, 'cookie'],
];

const LONGEST_NAME = 100;

/**
 * The class of a value that stands under a name. Letter case, hyphens and underscores do not count. It only labels the
 * placeholder: whether a value is replaced does not depend on it.
 */
export function classOf(name: string): ValueClass {
  if (name.length > LONGEST_NAME) return 'value';
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return BY_NAME.get(plain) ?? BY_ENDING.find(([ending]) => ending.test(plain))?.[1] ?? 'value';
}
