import type { JsonObject } from '../jwt/types.ts';

/** Issuers of providers that serve many tenants name none of them in metadata: a template, or one of these words. */
const TENANTS = /^(https:\/\/login\.microsoftonline\.com\/)(?:common|organizations|consumers)(\/v2\.0)?\/?$/;

/** Google’s id_tokens may leave the scheme out (OpenID Connect Core section 15.6.2). */
const GOOGLE = 'https://accounts.google.com';

/** Longest issuer identifier that is compared as a template. */
const LONGEST = 500;

/**
 * True when an issuer identifier is the one that is expected, exactly (RFC 9207 section 2.4). A template such as
 * `https://login.example/{tenantid}/v2.0` is any tenant's, and that of the token's own `tid` where it has one.
 */
export function isIssuer(actual: unknown, expected: string, { tid }: JsonObject = {}): boolean {
  if (actual === expected) return true;
  if (typeof actual !== 'string' || actual.length > LONGEST || expected.length > LONGEST) return false;
  if (expected === GOOGLE && actual === 'accounts.google.com') return true;
  const template = expected.replace(TENANTS, '$1{tenantid}$2');
  const [head = '', ...tails] = template.split(/\{[A-Za-z_-]{1,40}\}/);
  const [tail] = tails;
  if (tail === undefined || tails.length > 1) return false;
  if (!actual.startsWith(head) || !actual.endsWith(tail)) return false;
  const tenant = actual.slice(head.length, actual.length - tail.length);
  if (!/^[\w.-]+$/.test(tenant)) return false;
  return typeof tid !== 'string' || tid === tenant;
}
