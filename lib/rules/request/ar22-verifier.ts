import { sha256 } from '@noble/hashes/sha2.js';
import type { FlowCall } from '../../flow/types.ts';
import { encodeBase64url } from '../../jwt/base64url.ts';
import { isVerifier } from '../../oauth/pkce.ts';
import { quote } from '../define.ts';
import { sent } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

/** The exchange proves that it belongs to the request. Looked at where a call of the flow shows its verifier. */
export const ar22: Rule = {
  id: 'AR22',
  severity: 'error',
  gate: 'base',
  source: 'RFC 7636 sections 4.1 and 4.6',
  title: 'code_verifier has 43 to 128 unreserved characters and hashes to code_challenge.',
  check(flow) {
    const challenge = sent(flow, 'code_challenge')?.value;
    const method = sent(flow, 'code_challenge_method')?.value ?? 'plain';
    return (flow.calls ?? []).flatMap((call): readonly Found[] => {
      const verifier = verifierOf(call);
      if (verifier === undefined) return [];
      const at = { part: 'call', parameter: 'code_verifier' } as const;
      if (!isVerifier(verifier)) {
        const message = `code_verifier has ${verifier.length} characters; it must have 43 to 128, all of them letters, digits, “-”, “.”, “_” or “~”.`;
        return [{ message, remedy: 'Make it of 32 random bytes in base64url.', at }];
      }
      if (challenge === undefined || challenge === transformed(verifier, method)) return [];
      const message = `code_verifier does not hash to code_challenge ${quote(challenge)}.`;
      return [{ message, remedy: 'Keep each verifier with the state of its request.', at }];
    });
  },
};

function verifierOf({ fields }: FlowCall): string | undefined {
  return fields.find(({ name, value }) => name === 'code_verifier' && value !== undefined)?.value;
}

function transformed(verifier: string, method: string): string {
  return method === 'S256' ? encodeBase64url(sha256(new TextEncoder().encode(verifier))) : verifier;
}
