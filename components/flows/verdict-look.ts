import { type MessageName, t } from '../../lib/i18n/t.ts';
import type { VerificationStatus } from '../../lib/jwt/verify-types.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import type { CheckedToken } from '../../lib/state/flows/flow-verification.ts';
import { cutText } from '../ui/cut-text.ts';

const LOOKS = {
  verified: { icon: 'completed', tone: 'success', name: 'flowVerdictVerified' },
  'invalid-signature': { icon: 'failed', tone: 'error', name: 'flowVerdictInvalid' },
  'not-verified': { icon: 'warning', tone: 'warning', name: 'flowVerdictNotVerified' },
  malformed: { icon: 'failed', tone: 'error', name: 'flowVerdictMalformed' },
} as const satisfies Record<VerificationStatus, { icon: string; tone: string; name: MessageName }>;

/** Icon, tone and sentence of what the check of a token came to. */
export function verdictLook(checked: CheckedToken | undefined): {
  readonly icon: (typeof LOOKS)[VerificationStatus]['icon'] | 'info';
  readonly tone: string;
  readonly text: string;
} {
  if (!checked) return { icon: 'info', tone: 'muted', text: t('flowNotVerified') };
  const from = makeVisible(cutText(checked.keysFrom, 120));
  if (!checked.verification) {
    return { icon: 'warning', tone: 'warning', text: t('flowVerdictNoKeys', from) };
  }
  const { status, reason } = checked.verification;
  const { icon, tone, name } = LOOKS[status];
  const whose = checked.selfNamed ? ` ${t('flowVerdictSelfNamed')}` : '';
  return {
    icon,
    tone,
    text: `${t(name, from)} ${makeVisible(cutText(reason, 300))}${whose}`,
  };
}
