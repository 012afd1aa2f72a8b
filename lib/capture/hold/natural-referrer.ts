import { isHttp, originOf } from '../../oauth/url.ts';

/** The headers by which a request says where it comes from. */
export interface ReferrerHeaders {
  /** `null` as text where the browser hides it. */
  readonly origin: string;
  readonly referer?: string;
}

/**
 * `Origin` and `Referer` of a form that a page posts to another origin (Fetch, "append a request Origin header";
 * Referrer Policy, section 8).
 * @param page URL or origin of the page with the form
 * @param policy `Referrer-Policy` of that page as sent; the browsers' default when absent or unknown
 */
export function naturalReferrer(page: string, target: string, policy: string | undefined): ReferrerHeaders {
  const origin = originOf(page);
  if (!isHttp(page)) return { origin: 'null' };
  const same = origin === originOf(target);
  const downgrade = page.startsWith('https:') && target.startsWith('http:');
  const whole = { origin, referer: page.replace(/#.*$/s, '') };
  const short = { origin, referer: `${origin}/` };
  switch (knownPolicy(policy)) {
    case 'no-referrer':
      return { origin: 'null' };
    case 'same-origin':
      return same ? whole : { origin: 'null' };
    case 'unsafe-url':
      return whole;
    case 'no-referrer-when-downgrade':
      return downgrade ? { origin: 'null' } : whole;
    case 'origin':
      return short;
    case 'strict-origin':
      return downgrade ? { origin: 'null' } : short;
    case 'origin-when-cross-origin':
      return same ? whole : short;
    default:
      return downgrade ? { origin: 'null' } : same ? whole : short;
  }
}

const POLICIES = new Set([
  'no-referrer',
  'same-origin',
  'unsafe-url',
  'no-referrer-when-downgrade',
  'origin',
  'strict-origin',
  'origin-when-cross-origin',
  'strict-origin-when-cross-origin',
]);

/** The last policy that is one, of a list separated by commas (Referrer Policy, section 8.1). */
function knownPolicy(policy: string | undefined): string | undefined {
  return (policy ?? '')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .findLast((one) => POLICIES.has(one));
}
