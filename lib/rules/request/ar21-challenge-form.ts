import { quoteValue } from '../define.ts';
import { inRequest, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** A SHA-256 hash in base64url has 43 characters and no padding. */
export const ar21: Rule = {
  id: 'AR21',
  severity: 'error',
  gate: 'base',
  source: 'RFC 7636 section 4.2',
  title: 'An S256 code_challenge is 43 base64url characters without padding.',
  check(flow) {
    const challenge = sent(flow, 'code_challenge');
    if (!challenge || sent(flow, 'code_challenge_method')?.value !== 'S256') return [];
    if (/^[\w-]{43}$/.test(challenge.value)) return [];
    const { value } = challenge;
    const why = value.endsWith('=')
      ? 'ends with padding'
      : /[+/]/.test(value)
        ? 'is base64, not base64url'
        : /^[0-9a-f]{64}$/i.test(value)
          ? 'is hexadecimal'
          : `has ${value.length} characters`;
    return [
      {
        message: `code_challenge ${quoteValue(value)} ${why}; the hash of a verifier is 43 base64url characters.`,
        remedy: 'Encode the 32 bytes of the hash as base64url and leave = out.',
        at: inRequest(challenge.name),
      },
    ];
  },
};
