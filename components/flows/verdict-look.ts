import type { VerificationStatus } from '../../lib/jwt/verify-types.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import type { CheckedToken } from '../../lib/state/flow-verification.ts';
import { cutText } from '../ui/cut-text.ts';

const LOOKS = {
  verified: { icon: 'completed', tone: 'success', word: 'Verified' },
  'invalid-signature': { icon: 'failed', tone: 'error', word: 'Invalid signature' },
  'not-verified': { icon: 'warning', tone: 'warning', word: 'Not verified' },
  malformed: { icon: 'failed', tone: 'error', word: 'Malformed' },
} as const satisfies Record<VerificationStatus, { icon: string; tone: string; word: string }>;

/** Icon, tone and sentence of what the check of a token came to. */
export function verdictLook(checked: CheckedToken | undefined): {
  readonly icon: (typeof LOOKS)[VerificationStatus]['icon'] | 'info';
  readonly tone: string;
  readonly text: string;
} {
  if (!checked) return { icon: 'info', tone: 'muted', text: 'Decoded, not verified.' };
  const from = makeVisible(cutText(checked.keysFrom, 120));
  if (!checked.verification) {
    return { icon: 'warning', tone: 'warning', text: `Not verified: no keys came from ${from}.` };
  }
  const { status, reason } = checked.verification;
  const { icon, tone, word } = LOOKS[status];
  const whose = checked.selfNamed
    ? ' Only the response itself names this issuer: compare it with the one you meant.'
    : '';
  return {
    icon,
    tone,
    text: `${word} with the keys of ${from}. ${makeVisible(cutText(reason, 300))}${whose}`,
  };
}
