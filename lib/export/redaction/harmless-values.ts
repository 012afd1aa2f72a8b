import { isKnownText } from './vocabulary.ts';

/** Whether a value is harmless under its name. */
type Check = (value: string) => boolean;

const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.includes(value);
const like =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value);
const each =
  (check: Check): Check =>
  (value) =>
    value.split(/[ ,]+/).every((word) => check(word));

const seconds = like(/^\d{1,8}(?:\.0)?$/);
const moment = like(/^1[0-9]{9}(?:[0-9]{3})?(?:\.\d{1,6})?$/);
const algorithm = like(
  /^(?:none|[HRPE]S(?:256|384|512)|ES256K|EdDSA|Ed25519|Ed448|dir|RSA1_5|RSA-OAEP(?:-256|-384|-512)?|A(?:128|192|256)(?:KW|GCMKW|GCM|CBC-HS(?:256|384|512))|ECDH-ES(?:\+A(?:128|192|256)KW)?|PBES2-HS(?:256|384|512)\+A(?:128|192|256)KW)$/,
);
const MEDIA_TYPE =
  /^(?:application|text|multipart|image)\/([a-z0-9.+*-]{1,60})(?:; ?charset=(?:utf-8|iso-8859-1))?$/i;
const SUBTYPE_WORDS = /^(?:\*|vnd|octet|plain|png|jpeg|svg|event|problem|hal|csv|x)$/i;
const mediaType: Check = (value) => {
  const subtype = MEDIA_TYPE.exec(value)?.[1];
  return subtype?.split(/[.+-]/).every((word) => SUBTYPE_WORDS.test(word) || isKnownText(word)) ?? false;
};
const locale = like(/^[a-z]{2}(?:[-_][A-Z]{2})?$/);
const words: Check = isKnownText;
const responseType = each(oneOf('code', 'token', 'id_token', 'none'));
const urn = like(/^urn:(?:ietf:params:oauth|openid:params)(?::[a-z0-9_-]{1,40}){1,3}$/);
const acr = (value: string): boolean =>
  /^urn:(?:openbanking:psd2:|mace:incommon:iap:|oasis:names:tc:SAML:)/.test(value)
    ? words(value)
    : /^[0-4]$/.test(value);

/** What a value may be under its name and survive; names without letter case, hyphens and underscores. */
const CHECKS: Readonly<Record<string, Check>> = {
  responsetype: responseType,
  responsetypes: responseType,
  responsemode: oneOf('query', 'fragment', 'form_post', 'jwt', 'query.jwt', 'fragment.jwt', 'form_post.jwt'),
  error: words,
  errorcode: words,
  errortype: words,
  errorsubcode: words,
  prompt: each(oneOf('none', 'login', 'consent', 'select_account', 'create')),
  display: oneOf('page', 'popup', 'touch', 'wap'),
  codechallengemethod: oneOf('S256', 'plain'),
  granttype: (value) => words(value) && (urn(value) || !value.includes(':')),
  granttypes: words,
  tokentype: words,
  tokentypehint: words,
  issuedtokentype: urn,
  subjecttokentype: urn,
  requestedtokentype: urn,
  clientassertiontype: urn,
  tokenendpointauthmethod: words,
  accesstype: words,
  approvalprompt: words,
  includegrantedscopes: words,
  invalidate: words,
  alg: algorithm,
  enc: algorithm,
  typ: words,
  cty: words,
  kty: oneOf('RSA', 'EC', 'OKP', 'oct'),
  crv: oneOf('P-256', 'P-384', 'P-521', 'secp256k1', 'Ed25519', 'Ed448', 'X25519', 'X448'),
  use: oneOf('sig', 'enc'),
  keyops: words,
  crit: words,
  zip: oneOf('DEF'),
  b64: oneOf('true', 'false'),
  exp: moment,
  iat: moment,
  nbf: moment,
  authtime: moment,
  updatedat: moment,
  expiresin: seconds,
  expires: moment,
  refreshexpiresin: seconds,
  extexpiresin: seconds,
  interval: seconds,
  maxage: seconds,
  defaultmaxage: seconds,
  notbeforepolicy: seconds,
  retryafter: seconds,
  uilocales: each(locale),
  claimslocales: each(locale),
  locale,
  lang: locale,
  acr,
  acrvalues: each(acr),
  values: acr,
  amr: each(
    oneOf(
      'pwd',
      'otp',
      'mfa',
      'sms',
      'face',
      'fpt',
      'geo',
      'hwk',
      'swk',
      'iris',
      'kba',
      'mca',
      'pin',
      'pop',
      'rba',
      'sc',
      'tel',
      'user',
      'vbm',
      'wia',
    ),
  ),
  contenttype: mediaType,
  accept: each(mediaType),
  cachecontrol: each(like(/^(?:no-store|no-cache|private|public|must-revalidate|max-age=\d{1,8})$/i)),
  pragma: oneOf('no-cache'),
  samesite: oneOf('Strict', 'Lax', 'None'),
  referrerpolicy: each(
    oneOf(
      ...['no-referrer', 'no-referrer-when-downgrade', 'origin', 'origin-when-cross-origin', 'same-origin'],
      ...['strict-origin', 'strict-origin-when-cross-origin', 'unsafe-url'],
    ),
  ),
  status: (value) => words(value) || /^[1-5]\d\d$/.test(value),
  statuscode: like(/^[1-5]\d\d$/),
  consentstatus: words,
  scastatus: words,
  transactionstatus: words,
  permission: words,
  permissions: words,
  category: words,
  type: words,
  currency: like(/^(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|JPY|ISK)$/),
};

const NUMBERED_ERROR = /^(?:OBP-\d{5}|[45]\d\d)$/;

/** True when a value is known to be harmless under its name. @param inJson true for a member of a JSON object */
export function isHarmless(name: string, value: string, inJson: boolean): boolean {
  if (value === '' || value === 'true' || value === 'false' || value === 'null') return true;
  if (value.length > 1_000 || name.length > 60) return false;
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (inJson && plain === 'code') return NUMBERED_ERROR.test(value);
  return Object.hasOwn(CHECKS, plain) && CHECKS[plain]?.(value) === true;
}

/** Names under which stands a sentence, whose known words survive. */
const SENTENCES: ReadonlySet<string> = new Set([
  ...[
    'errordescription',
    'errormessage',
    'errordetail',
    'errorhint',
    'errordebug',
    'errorreason',
    'message',
    'msg',
  ],
  ...['detail', 'details', 'title', 'reason', 'usermessage', 'developermessage', 'description'],
]);

/** True when a sentence stands under a name. */
export function isSentence(name: string): boolean {
  return SENTENCES.has(name.toLowerCase().replace(/[^a-z0-9]/g, ''));
}
