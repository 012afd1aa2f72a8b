import type { DecodedToken, JsonObject, TokenSignature } from './types.ts';
import type { TokenWarning, VerificationStatus } from './verify-types.ts';

/** A header that decides the verdict before any key is tried. */
export interface HeaderVerdict {
  readonly status: VerificationStatus;
  readonly reason: string;
}

/** Header parameters of the specifications themselves, which `crit` must not list (RFC 7515 section 4.1.11). */
const REGISTERED = new Set([
  'alg',
  'jku',
  'jwk',
  'kid',
  'x5u',
  'x5c',
  'x5t',
  'x5t#S256',
  'typ',
  'cty',
  'crit',
  'enc',
  'zip',
]);

/** What `crit` says against verifying, or undefined. `understood` are the names that the caller handles, beside `b64`. */
export function checkCrit(
  { header, unprotected }: TokenSignature,
  understood: readonly string[],
): HeaderVerdict | undefined {
  if (unprotected && 'crit' in unprotected) {
    return {
      status: 'malformed',
      reason: 'crit stands in the unprotected header (RFC 7515 section 4.1.11).',
    };
  }
  const crit = header?.crit;
  if (crit === undefined) return undefined;
  const wrong = faultOfCrit(header ?? {}, crit);
  if (wrong !== undefined) return { status: 'malformed', reason: `${wrong} (RFC 7515 section 4.1.11).` };
  const unknown = unknownCrit(header, understood);
  if (unknown.length === 0) return undefined;
  return {
    status: 'not-verified',
    reason: `crit demands ${unknown.join(', ')}, which is not understood here.`,
  };
}

function faultOfCrit(header: JsonObject, crit: unknown): string | undefined {
  if (!Array.isArray(crit) || crit.length === 0 || !crit.every((name) => typeof name === 'string')) {
    return 'crit is no list of names';
  }
  if (new Set(crit).size !== crit.length) return 'crit lists a name twice';
  const registered = crit.find((name) => REGISTERED.has(name));
  if (registered !== undefined) return `crit lists ${registered}, which every reader knows`;
  const absent = crit.find((name) => !Object.hasOwn(header, name));
  return absent === undefined ? undefined : `crit lists ${absent}, which the protected header does not have`;
}

function unknownCrit(header: JsonObject | undefined, understood: readonly string[]): readonly string[] {
  if (!Array.isArray(header?.crit)) return [];
  return header.crit.filter(
    (name): name is string => typeof name === 'string' && name !== 'b64' && !understood.includes(name),
  );
}

const CARRIED: Readonly<Record<string, Omit<TokenWarning, 'message'> & { readonly what: string }>> = {
  jwk: {
    code: 'embedded-jwk',
    what: 'a key',
    remedy:
      'Never verify with the key that a token brings along; use the one you know its sender by (RFC 8725 section 3.10).',
  },
  jku: {
    code: 'jku',
    what: 'the address of a key set',
    remedy: 'Fetch keys only from the addresses that you expect (RFC 8725 section 3.10).',
  },
  x5u: {
    code: 'x5u',
    what: 'the address of a certificate',
    remedy: 'Fetch certificates only from the addresses that you expect (RFC 8725 section 3.10).',
  },
  x5c: {
    code: 'x5c',
    what: 'a certificate',
    remedy: 'Use it only after checking its chain up to an authority you trust (RFC 7515 section 4.1.6).',
  },
};

/** What a header carries that an attacker may have put there, and extensions that are not understood. */
export function headerWarnings(header: JsonObject, understood: readonly string[]): readonly TokenWarning[] {
  const carried = Object.entries(CARRIED)
    .filter(([name]) => Object.hasOwn(header, name))
    .map(([name, { code, what, remedy }]) => ({
      code,
      message: `The header carries ${what} (${name}).`,
      remedy,
    }));
  const unknown = unknownCrit(header, understood).map(
    (name): TokenWarning => ({
      code: 'unknown-crit',
      message: `crit demands that a reader understands “${name}”.`,
      remedy: 'Reject the token unless you handle it (RFC 7515 section 4.1.11).',
    }),
  );
  return [...carried, ...unknown];
}

/** Warnings about the spelling of a token. */
export function spellingWarnings({ problems }: DecodedToken): readonly TokenWarning[] {
  return problems
    .filter(({ code }) => code === 'not-canonical' || code === 'padding' || code === 'not-base64url')
    .slice(0, 3)
    .map(({ message, remedy }) => ({ code: 'not-canonical', message, remedy }));
}
