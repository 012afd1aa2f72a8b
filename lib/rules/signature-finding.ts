import type { Finding, Found, TokenContext } from './types.ts';

/** The finding on a token whose signature was checked and does not hold; nothing while it was not checked. */
export function signatureFinding(
  token: string,
  what: string,
  at: Finding['at'],
  { verified = [] }: TokenContext,
): readonly Found[] {
  const verdict = verified.find((one) => one.token === token);
  if (!verdict || verdict.status === 'verified') return [];
  const severity = verdict.status === 'not-verified' ? 'warning' : 'error';
  return [
    {
      severity,
      message: `The signature of the ${what} did not verify: ${verdict.reason}`,
      remedy:
        severity === 'error'
          ? `Refuse the ${what}: it was changed, or another key signed it.`
          : 'Fetch the issuer’s keys again, or choose the key that signed it.',
      at,
    },
  ];
}
