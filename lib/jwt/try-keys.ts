import { findPlaceholder, isSignedWithPublicKey, lookCloser } from './look-closer.ts';
import type { Candidate, ReadKeys } from './read-verify-key.ts';
import type { SignedPart } from './signed-part.ts';
import { type Trial, tryKey } from './try-key.ts';
import type { TokenWarning, TriedKey, VerificationStatus } from './verify-types.ts';

/** What came of all the keys. */
export interface TriedKeys {
  readonly status: VerificationStatus;
  readonly reason: string;
  readonly tried: readonly TriedKey[];
  readonly warnings: readonly TokenWarning[];
}

/**
 * Tries the keys that the token's kid names, or every key when it names none, until one verifies; the others are listed as
 * skipped. When a set has no key of that kid, every key is tried all the same, but only to say which one it should have
 * been.
 */
export async function tryKeys(
  part: SignedPart,
  { candidates, isSet, fault }: ReadKeys,
  crit: readonly string[],
  text?: string,
): Promise<TriedKeys> {
  const warnings: TokenWarning[] = [];
  if (part.entry.kty === 'oct') warnings.push(...present(await findPlaceholder(part)));
  if (fault !== undefined) return { status: 'not-verified', reason: fault, tried: [], warnings };
  const kid = typeof part.header.kid === 'string' ? part.header.kid : undefined;
  const named =
    kid === undefined || !isSet ? candidates : candidates.filter((candidate) => candidate.kid === kid);
  const chosen = named.length > 0 ? named : candidates;
  const trials: { readonly candidate: Candidate; readonly trial: Trial }[] = [];
  for (const candidate of chosen) {
    const trial = await tryKey(part, candidate, crit);
    trials.push({ candidate, trial });
    if (trial.outcome === 'verified') break;
    warnings.push(...(await explain(part, candidate, trial, text)));
  }
  warnings.push(...aboutKid(kid, candidates, isSet));
  const tried = candidates.map((candidate): TriedKey => {
    const found = trials.find((entry) => entry.candidate === candidate);
    const reason =
      found?.trial.reason ??
      (chosen.includes(candidate) ? 'Another key verified the token.' : 'Its kid is another one.');
    return {
      key: candidate.label,
      ...(candidate.kid === undefined ? {} : { kid: candidate.kid }),
      outcome: found?.trial.outcome ?? 'skipped',
      reason,
    };
  });
  if (named.length === 0) return { ...unnamed(kid, trials), tried, warnings };
  return { ...verdictOn(trials.map(({ trial }) => trial)), tried, warnings };
}

/** The verdict when no key of the set has the token's kid: never `verified`, whatever the signature says. */
function unnamed(
  kid: string | undefined,
  trials: readonly { readonly candidate: Candidate; readonly trial: Trial }[],
): Pick<TriedKeys, 'status' | 'reason'> {
  const match = trials.find(({ trial }) => trial.outcome === 'verified')?.candidate;
  const hint = match
    ? ` The signature matches ${match.label}${match.kid === undefined ? '' : `, whose kid is “${match.kid}”`}.`
    : '';
  return { status: 'not-verified', reason: `No key of the set has the kid “${kid ?? ''}”.${hint}` };
}

function verdictOn(trials: readonly Trial[]): Pick<TriedKeys, 'status' | 'reason'> {
  const verified = trials.find(({ outcome }) => outcome === 'verified');
  if (verified) return { status: 'verified', reason: verified.reason };
  const failed = trials.filter(({ outcome }) => outcome === 'failed');
  const matching = trials.find(
    ({ outcome, reason }) => outcome === 'incompatible' && reason.startsWith('The signature matches'),
  );
  if (matching) return { status: 'not-verified', reason: matching.reason };
  if (failed.length === 1 && failed[0]) return { status: 'invalid-signature', reason: failed[0].reason };
  if (failed.length > 1)
    return { status: 'invalid-signature', reason: `The signature matches none of ${failed.length} keys.` };
  const [incompatible] = trials;
  if (trials.length === 1 && incompatible) return { status: 'not-verified', reason: incompatible.reason };
  return { status: 'not-verified', reason: `None of ${trials.length} keys fits the token's algorithm.` };
}

/** What a key that did not verify teaches. */
async function explain(
  part: SignedPart,
  { material }: Candidate,
  { outcome, incompatible, reason, cryptoKey }: Trial,
  text: string | undefined,
): Promise<readonly TokenWarning[]> {
  if (incompatible === 'weak-rsa' || incompatible === 'unsafe-rsa' || incompatible === 'weak-secret') {
    return [
      {
        code: incompatible === 'weak-secret' ? incompatible : 'weak-rsa',
        message: reason,
        remedy: 'Replace the key.',
      },
    ];
  }
  if (outcome === 'failed') return cryptoKey ? present(await lookCloser(part, cryptoKey)) : [];
  const asymmetric =
    'jwk' in material
      ? material.jwk.kty !== 'oct'
      : 'cryptoKey' in material && material.cryptoKey.type !== 'secret';
  if (part.entry.kty !== 'oct' || !asymmetric) return [];
  const forged = 'jwk' in material && (await isSignedWithPublicKey(part, material.jwk, text));
  return [
    {
      code: 'key-confusion',
      message: forged
        ? `The token is signed with ${part.algorithm} and the text of the public key as the secret: a forgery that fools readers who trust alg.`
        : `The token says ${part.algorithm}, but the key is a public one: a reader that trusts alg would take it for a secret.`,
      remedy: 'Allow only the algorithms that belong to the key (RFC 8725 sections 2.1 and 3.1).',
    },
  ];
}

function aboutKid(
  kid: string | undefined,
  candidates: readonly Candidate[],
  isSet: boolean,
): readonly TokenWarning[] {
  if (isSet && kid === undefined && candidates.length > 1) {
    return [
      {
        code: 'kid-missing',
        message: 'The header has no kid, so that every key of the set was a candidate.',
        remedy: 'Name the key in the header (RFC 7515 section 4.1.4).',
      },
    ];
  }
  const [only] = candidates;
  if (isSet || kid === undefined || only?.kid === undefined || only.kid === kid) return [];
  return [
    {
      code: 'kid-differs',
      message: `The token names the key “${kid}”; the key given is “${only.kid}”.`,
      remedy: 'Give the key that the token names, or correct kid (RFC 7515 section 4.1.4).',
    },
  ];
}

function present<Value>(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : [value];
}
