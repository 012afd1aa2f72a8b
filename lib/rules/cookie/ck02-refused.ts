import type { CookieRefusal } from '../../flow/cookies/cookie-types.ts';
import { journeyOf } from '../cookie-journey-of.ts';
import { quoteValue } from '../define.ts';
import type { Found, Rule } from '../types.ts';

const REASONS: Readonly<Record<CookieRefusal, readonly [reason: string, remedy: string]>> = {
  'none-without-secure': ['SameSite=None needs Secure', 'Add Secure, or use SameSite=Lax.'],
  'secure-over-http': ['Secure needs https', 'Serve the application over https, or from localhost.'],
  prefix: [
    'its prefix demands Secure, and __Host- also Path=/ and no Domain',
    'Add what the prefix demands, or choose a name without it.',
  ],
  domain: [
    'its Domain is not one that this host may set',
    'Leave Domain out, or name a parent of this host.',
  ],
  'partitioned-without-secure': ['Partitioned needs Secure', 'Add Secure.'],
  'cross-site-frame': [
    'SameSite=Lax or Strict cannot be set in a frame of another site',
    'Use SameSite=None; Secure; Partitioned in a frame.',
  ],
};

export const ck02: Rule = {
  id: 'CK02',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 6265bis sections 5.4 and 5.7',
  title: 'A browser keeps every cookie that is set during a sign-in.',
  check(flow) {
    return journeyOf(flow).flatMap(({ name, host, cells, refusedBefore }): readonly Found[] => {
      const refusal = refusedBefore ?? cells.find((cell) => cell.refusal)?.refusal;
      if (!refusal) return [];
      const [reason, remedy] = REASONS[refusal];
      return [
        {
          message: `The browser does not keep the cookie ${quoteValue(name)} of ${host}: ${reason}.`,
          remedy,
          at: { part: 'hop' },
        },
      ];
    });
  },
};
