import { jwsAlgorithm } from './algorithms.ts';
import { checkClaims } from './check-claims.ts';
import { checkCrit, headerWarnings, spellingWarnings } from './check-header.ts';
import { decodeToken } from './decode.ts';
import { isPrintablePayload } from './read-payload.ts';
import { readVerifyKey } from './read-verify-key.ts';
import { joseHeader, signaturesOf, signedPart } from './signed-part.ts';
import { tryKeys } from './try-keys.ts';
import type { DecodedToken, TokenSignature } from './types.ts';
import type {
  TokenWarning,
  TriedKey,
  Verification,
  VerificationStatus,
  VerifyKey,
  VerifyOptions,
} from './verify-types.ts';

/**
 * Verifies a JWS (RFC 7515 section 5.2), compact or JSON, with any kind of key. Never throws. `verified` is said only when
 * the text is a token and nothing else, every strict check passes and the signature is valid; claims are checked apart
 * from that, and never change the status. A token with several signatures is verified when one of them is.
 */
export async function verifyToken(
  token: string,
  key: VerifyKey,
  options: VerifyOptions = {},
): Promise<Verification> {
  const decoded = decodeToken(token);
  const claims = decoded.payload ? checkClaims(decoded.payload, options) : [];
  const whole = wholeOrFault(token, decoded);
  const signatures = decoded.kind === 'jwe' ? [] : signaturesOf(decoded);
  const header = signatures[0] ? joseHeader(signatures[0]) : { ...decoded.unprotected, ...decoded.header };
  const warnings = [...spellingWarnings(decoded), ...headerWarnings(header, options.crit ?? [])];
  const base = {
    ...(typeof header.alg === 'string' ? { algorithm: header.alg } : {}),
    ...(typeof header.kid === 'string' ? { kid: header.kid } : {}),
    claims,
  };
  if (whole) return { ...base, status: 'malformed', reason: whole, tried: [], warnings };
  if (decoded.kind === 'jwe') {
    const reason = 'The token is encrypted: decrypt it first; what is inside may be signed.';
    return { ...base, status: 'not-verified', reason, tried: [], warnings };
  }
  const verdicts: Verdict[] = [];
  for (const [index, signature] of signatures.entries()) {
    const verdict = await verifyOne(decoded, signature, key, options);
    const tried =
      signatures.length === 1
        ? verdict.tried
        : verdict.tried.map((entry) => ({ ...entry, signature: index }));
    verdicts.push({ ...verdict, tried });
  }
  const best = RANKING.map((status) => verdicts.find((verdict) => verdict.status === status)).find(Boolean);
  const seen = new Set<string>();
  return {
    ...base,
    ...(best?.algorithm === undefined ? {} : { algorithm: best.algorithm }),
    ...(best?.kid === undefined ? {} : { kid: best.kid }),
    status: best?.status ?? 'not-verified',
    reason: best?.reason ?? 'The token has no signature.',
    tried: verdicts.flatMap(({ tried }) => tried),
    warnings: [...warnings, ...verdicts.flatMap((verdict) => verdict.warnings)].filter(
      ({ message }) => !seen.has(message) && seen.add(message),
    ),
  };
}

/** Which signature of several decides the status. */
const RANKING: readonly VerificationStatus[] = ['verified', 'invalid-signature', 'not-verified', 'malformed'];

interface Verdict {
  readonly status: VerificationStatus;
  readonly reason: string;
  readonly algorithm?: string;
  readonly kid?: string;
  readonly tried: readonly TriedKey[];
  readonly warnings: readonly TokenWarning[];
}

/** Why the text as a whole is no token, or undefined. What surrounds a compact token is not ignored: a reader would not. */
function wholeOrFault(text: string, decoded: DecodedToken): string | undefined {
  const problem = decoded.problems.find((entry) => !isPrintablePayload(entry) || entry.code === 'oversize');
  if (problem) return problem.message;
  if (decoded.kind === 'malformed') return 'The text is no token.';
  const alone = decoded.serialisation === undefined ? decoded.token === text : true;
  return alone ? undefined : 'The text holds more than the token: take out what stands before and after it.';
}

async function verifyOne(
  decoded: DecodedToken,
  signature: TokenSignature,
  key: VerifyKey,
  options: VerifyOptions,
): Promise<Verdict> {
  const header = joseHeader(signature);
  const { alg, kid } = header;
  const named = {
    ...(typeof alg === 'string' ? { algorithm: alg } : {}),
    ...(typeof kid === 'string' ? { kid } : {}),
  };
  const stop = (
    status: VerificationStatus,
    reason: string,
    warnings: readonly TokenWarning[] = [],
  ): Verdict => ({
    ...named,
    status,
    reason,
    tried: [],
    warnings,
  });
  if (typeof alg !== 'string') return stop('malformed', 'The header has no alg (RFC 7515 section 4.1.1).');
  if (alg.toLowerCase() === 'none')
    return stop('not-verified', `alg is ${alg}: the token is not signed.`, [UNSIGNED]);
  if (options.algorithms && !options.algorithms.includes(alg)) {
    return stop(
      'not-verified',
      `${alg} is not among the allowed algorithms: ${options.algorithms.join(', ')}.`,
    );
  }
  if (!jwsAlgorithm(alg)) return stop('not-verified', `The algorithm ${alg.slice(0, 40)} is not known.`);
  const crit = checkCrit(signature, options.crit ?? []);
  if (crit) return stop(crit.status, crit.reason);
  if (typeof header.b64 !== 'undefined' && typeof header.b64 !== 'boolean') {
    return stop('malformed', 'b64 is neither true nor false (RFC 7797 section 3).');
  }
  const part = signedPart(decoded, signature, options.payload);
  if (!part) return stop('not-verified', `The algorithm ${alg} is not known.`);
  const verdict = await tryKeys(
    part,
    readVerifyKey(key),
    options.crit ?? [],
    typeof key === 'string' ? key : undefined,
  );
  const missing = decoded.detached && options.payload === undefined && verdict.status === 'invalid-signature';
  return { ...named, ...verdict, ...(missing ? { status: 'not-verified', reason: DETACHED } : {}) };
}

const DETACHED = 'The payload is not in the token: give it, as it was signed (RFC 7515 appendix F).';

const UNSIGNED: TokenWarning = {
  code: 'alg-none',
  message: 'The token says that it is not signed: anyone can have made it.',
  remedy: 'Reject it, and allow only the algorithms you expect (RFC 8725 section 3.2).',
};
