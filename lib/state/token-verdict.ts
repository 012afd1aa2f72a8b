import type { DecodedToken } from '../jwt/types.ts';
import type { Verification, VerificationStatus } from '../jwt/verify-types.ts';
import { verdictOn } from './token-model.ts';

/** The verdict in one line. */
export interface Verdict {
  readonly status: VerificationStatus;
  /** Begins with the words of the status. */
  readonly text: string;
}

const WORDS = {
  verified: 'Verified',
  'invalid-signature': 'Invalid signature',
  'not-verified': 'Not verified',
  malformed: 'Malformed',
} as const satisfies Record<VerificationStatus, string>;

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
  if (!verification) return { status: 'not-verified', text: 'Not verified: checking' };
  const { status, reason, kid, algorithm } = verification;
  if (status === 'not-verified' && !hasKey && decoded.kind === 'jws' && reason === NO_KEY) {
    const wanted = [algorithm, kid === undefined ? undefined : `kid ${kid.slice(0, 60)}`].filter(Boolean);
    return { status, text: `Not verified: give the key for ${wanted.join(', ')} under Signature.` };
  }
  return { status, text: `${WORDS[status]}: ${reason}` };
}

const NO_KEY = 'No key was given.';
