import type { CookieSetting } from '../../flow/cookies/cookie-journey.ts';
import type { CookieAttributes, CookieRefusal, CookieWithholding } from '../../flow/cookies/cookie-types.ts';
import { type MessageName, t } from '../../i18n/t.ts';
import { formatExact } from '../shared/format.ts';

const WITHHOLDINGS = {
  host: 'cookieWhyHost',
  path: 'cookieWhyPath',
  secure: 'cookieWhySecure',
  expired: 'cookieWhyExpired',
  strict: 'cookieWhyStrict',
  'lax-method': 'cookieWhyLaxMethod',
  'lax-frame': 'cookieWhyLaxFrame',
  'default-method': 'cookieWhyDefaultMethod',
  'default-frame': 'cookieWhyDefaultFrame',
  partition: 'cookieWhyPartition',
  'third-party': 'cookieWhyThirdParty',
  'not-explained': 'cookieWhyUnknown',
} as const satisfies Record<CookieWithholding, MessageName>;

/** Why a cookie was not sent. */
export function withholdingLabel(why: CookieWithholding): string {
  return t(WITHHOLDINGS[why]);
}

const REFUSALS = {
  'none-without-secure': 'cookieRefusedNone',
  'secure-over-http': 'cookieRefusedSecure',
  prefix: 'cookieRefusedPrefix',
  domain: 'cookieRefusedDomain',
  'partitioned-without-secure': 'cookieRefusedPartitioned',
  'cross-site-frame': 'cookieRefusedFrame',
} as const satisfies Record<CookieRefusal, MessageName>;

const SETTINGS = {
  set: 'flowCookieSet',
  changed: 'flowCookieChanged',
  renewed: 'flowCookieRenewed',
  deleted: 'flowCookieDeleted',
} as const satisfies Record<Exclude<CookieSetting, 'refused'>, MessageName>;

/** What a response did to a cookie, and why the browser refused it. */
export function settingLabel(setting: CookieSetting, refusal: CookieRefusal | undefined): string {
  if (setting !== 'refused') return t(SETTINGS[setting]);
  return t('flowCookieRefused', refusal ? t(REFUSALS[refusal]) : '');
}

/** Attributes as a header names them, in the order of their weight for a sign-in. */
export function attributesLabel({
  sameSite,
  secure,
  httpOnly,
  partitioned,
  domain,
  path,
  expires,
}: CookieAttributes): string {
  return [
    sameSite && `SameSite=${sameSite}`,
    secure && 'Secure',
    httpOnly && 'HttpOnly',
    partitioned && 'Partitioned',
    domain && `Domain=${domain}`,
    path && `Path=${path}`,
    expires && t('flowCookieExpires', formatExact(expires)),
  ]
    .filter(Boolean)
    .join(' · ');
}
