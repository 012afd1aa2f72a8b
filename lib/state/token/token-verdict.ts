import { type MessageName, t } from '../../i18n/t.ts';
import type { DecodedToken } from '../../jwt/types.ts';
import type { Verification, VerificationStatus } from '../../jwt/verify-types.ts';
import { verdictOn } from './token-model.ts';

/** The verdict in one line. */
export interface Verdict {
  readonly status: VerificationStatus;
  /** Begins with what the status is called. */
  readonly text: string;
}

const WORDS = {
  verified: 'tokenVerdictVerified',
  'invalid-signature': 'tokenVerdictInvalid',
  'not-verified': 'tokenVerdictNotVerified',
  malformed: 'tokenVerdictMalformed',
} as const satisfies Record<VerificationStatus, MessageName>;

/** The verdict on the token that is shown; `verification` is absent while it is being worked out. */
export function verdictOf(
  decoded: DecodedToken,
  verification: Verification | undefined,
  hasKey: boolean,
): Verdict {
  if (decoded.problems.some(({ code }) => code === 'empty')) {
    return { status: 'not-verified', text: verdictOn(decoded) };
  }
  if (decoded.kind === 'malformed') return { status: 'malformed', text: verdictOn(decoded) };
  if (!verification) return { status: 'not-verified', text: t('tokenVerdictChecking') };
  const { status, reason, kid, algorithm } = verification;
  if (status === 'not-verified' && !hasKey && decoded.kind === 'jws' && reason === NO_KEY) {
    const wanted = [algorithm, kid === undefined ? undefined : `kid ${kid.slice(0, 60)}`].filter(Boolean);
    return { status, text: t('tokenVerdictGiveKey', wanted.join(', ')) };
  }
  return { status, text: t(WORDS[status], reason) };
}

const NO_KEY = 'No key was given.';
