/** Parts of names, in the languages of web forms, that tell of a password or one-time code wherever they stand. */
const ANYWHERE: readonly RegExp[] = [
  /passw|pwd|pswd|psswd|passphrase|passcode|passkey|passkod|kennwort|losungswort|losenord|geheim|motdepasse/,
  /contrasen|clavesecreta|senha|wachtwoord|adgangskode|salasana|haslo|heslo|jelszo|lozinka|geslo|parool|parola/,
  /slaptazod|onetime|einmal|(?:veri[a-z]{1,9}|sms|mfa|otp|tan|pin|authenticator|security|backup|recovery)code/,
  /(?:zugangs|freigabe|bestatigungs|sicherheits)code|(?:security|secret)answer|pinnumber|(?:sms|user|psu|card)pin/,
  /totp|hotp|(?:sms|email|mail|user|input|new)otp|otp(?:value|input|field)|(?:push|sms|chip|photo|app|new)tan/,
  /tannu(?:mber|mmer)|(?:user|login|old|my|re|reset|confirm|web|admin)pass$/,
];

/** Words that tell of one only when they stand alone or are set apart. */
const WORDS: ReadonlySet<string> = new Set([
  ...[
    'pass',
    'pw',
    'pwd',
    'psw',
    'pin',
    'otp',
    'otc',
    'otk',
    'tan',
    'itan',
    'mtan',
    'totp',
    'hotp',
    'mfa',
    'tfa',
  ],
  ...['2fa', 'mdp', 'clave', 'kode', 'geheim', 'cvv', 'cvc', 'cvv2', 'puk', 'credential', 'credentials'],
]);

/** Fields of login products that say nothing by their name, such as `IDToken2`, the second field of a login module. */
const NUMBERED = /^idtoken[0-9]+$/;

/** Names that every request and callback carries: nobody signs in with their values. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...['response_type', 'client_id', 'redirect_uri', 'scope', 'state', 'nonce', 'code_challenge'],
  ...['code_challenge_method', 'response_mode', 'request', 'request_uri', 'code', 'iss', 'error', 'id_token'],
  ...[
    'error_description',
    'prompt',
    'display',
    'max_age',
    'ui_locales',
    'login_hint',
    'acr_values',
    'claims',
  ],
]);

const LONGEST = 200;

/** A name that is one word in lower case. */
const SIMPLE = /^[a-z]+$/;

/** Such a name has no accents. */
const ASCII = /^[\x21-\x7e]*$/;

/**
 * True for the name of a parameter, field or member that holds what a person signs in with: a password, PIN or one-time
 * code. Letter case, accents and separators do not count. Such a value is never recorded.
 */
export function isCredentialName(name: string): boolean {
  if (name === '' || HARMLESS.has(name)) return false;
  const end = name.slice(-LONGEST);
  const plain = ASCII.test(end) ? end : withoutAccents(end);
  const joined = plain.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (ANYWHERE.some((part) => part.test(joined)) || NUMBERED.test(joined)) return true;
  // One word, of which nothing is set apart.
  if (SIMPLE.test(plain)) return WORDS.has(plain);
  return wordsOf(plain).some((word) => WORDS.has(word));
}

function withoutAccents(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ł/gi, 'l').replace(/ø/gi, 'o');
}

/** Words of `camelCase`, `snake_case` and `dotted.names`, in lower case, without the number at their end. */
function wordsOf(name: string): readonly string[] {
  const words = name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.flatMap((word) => [word, word.replace(/[0-9]{1,4}$/, '')]);
}
