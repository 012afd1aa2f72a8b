import { sha256 } from '@noble/hashes/sha2.js';
import type { Flow, FlowCall } from '../../flow/types.ts';
import { encodeBase64url } from '../../jwt/base64url.ts';
import { isVerifier } from '../../oauth/pkce.ts';
import { quoteCall, quoteValue } from '../define.ts';
import { exchangesOf, fieldOf } from '../exchanges.ts';
import { hasField, pushesOf } from '../pushed-request.ts';
import { isHidden, sent } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

/** The exchange proves that it belongs to the request. The value is looked at where a call of the flow shows it. */
export const ar22: Rule = {
  id: 'AR22',
  severity: 'error',
  gate: 'base',
  source: 'RFC 7636 sections 4.1, 4.5 and 4.6; RFC 9700 section 2.1.1',
  title:
    'code_verifier is sent when code_challenge was, has 43 to 128 unreserved characters and hashes to it.',
  check(flow) {
    const asked = challengeOf(flow);
    const shown = (flow.calls ?? []).filter((call) => fieldOf(call, 'code_verifier') !== undefined);
    return [
      ...shown.flatMap((call) => checkValue(call, asked)),
      ...exchangesOf(flow).flatMap((call) => checkPresence(call, flow, asked)),
    ];
  },
};

interface Challenge {
  readonly value: string;
  readonly method: string;
}

/** The challenge of the request, or of the request that was pushed for it. */
function challengeOf(flow: Flow): Challenge | undefined {
  const push = pushesOf(flow).findLast((call) => hasField(call, 'code_challenge'));
  const value = sent(flow, 'code_challenge')?.value ?? (push && fieldOf(push, 'code_challenge'));
  const method =
    sent(flow, 'code_challenge_method')?.value ?? (push && fieldOf(push, 'code_challenge_method'));
  return value === undefined ? undefined : { value, method: method ?? 'plain' };
}

function checkValue(call: FlowCall, asked: Challenge | undefined): readonly Found[] {
  const verifier = fieldOf(call, 'code_verifier') ?? '';
  if (!isVerifier(verifier)) {
    const message = `code_verifier has ${verifier.length} characters; it must have 43 to 128, all of them letters, digits, “-”, “.”, “_” or “~”.`;
    return [{ message, remedy: 'Make it of 32 random bytes in base64url.', at: AT }];
  }
  if (asked === undefined || asked.value === transformed(verifier, asked.method)) return [];
  const message = `code_verifier does not hash to code_challenge ${quoteValue(asked.value)}: it belongs to another request.`;
  return [{ message, remedy: 'Store each verifier under the state of its request.', at: AT }];
}

function checkPresence(call: FlowCall, flow: Flow, asked: Challenge | undefined): readonly Found[] {
  if (asked && !hasField(call, 'code_verifier')) {
    const message = `code_verifier is missing in ${quoteCall(call)}, although the request sent code_challenge ${quoteValue(asked.value)}.`;
    return [
      {
        message,
        remedy: 'Send the verifier that the challenge was made of; the server refuses the code without it.',
        at: AT,
      },
    ];
  }
  if (asked || isHidden(flow) || !hasField(call, 'code_verifier')) return [];
  const message = `${quoteCall(call, 'The')} sends code_verifier, but the request had no code_challenge.`;
  return [
    {
      message,
      remedy: 'Send code_challenge in the authorize request; a server must refuse such an exchange.',
      at: AT,
    },
  ];
}

const AT = { part: 'call', parameter: 'code_verifier' } as const;

function transformed(verifier: string, method: string): string {
  return method === 'S256' ? encodeBase64url(sha256(new TextEncoder().encode(verifier))) : verifier;
}
