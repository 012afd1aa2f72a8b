import { sha256 } from '@noble/hashes/sha2.js';
import { encodeBase64url } from '../../jwt/base64url.ts';
import { quoteValue } from '../define.ts';
import { keysOfToken } from '../token-keys.ts';
import { tokenRule } from '../token-rule.ts';

/** Members in the order in which they are hashed (RFC 7638 section 3.2, RFC 8037 section 2). */
const MEMBERS: Readonly<Record<string, readonly (keyof JsonWebKey)[]>> = {
  RSA: ['e', 'kty', 'n'],
  EC: ['crv', 'kty', 'x', 'y'],
  OKP: ['crv', 'kty', 'x'],
};

/** A kid that looks like a thumbprint is one. */
export const jw12 = tokenRule({
  id: 'JW12',
  severity: 'info',
  gate: 'base',
  source: 'RFC 7638 sections 3 and 3.2',
  title: 'A kid in the form of a SHA-256 thumbprint is the thumbprint of its key.',
  evaluate(token, context) {
    const { kid } = token.decoded.header ?? {};
    if (typeof kid !== 'string' || !/^[\w-]{43}$/.test(kid)) return [];
    return keysOfToken(token, context).flatMap(({ jwk }) => {
      const thumbprint = thumbprintOf(jwk);
      if (thumbprint === undefined || thumbprint === kid) return [];
      return [
        {
          message: `${token.title} has kid ${quoteValue(kid)}, which looks like a thumbprint; that of the key is “${thumbprint}”.`,
          remedy:
            'Nothing to do if the kid is a name; for a thumbprint hash only the required members, in alphabetical order and without white space.',
        },
      ];
    });
  },
});

function thumbprintOf(jwk: JsonWebKey): string | undefined {
  const members = MEMBERS[jwk.kty ?? ''];
  if (!members?.every((name) => typeof jwk[name] === 'string')) return undefined;
  const canonical = JSON.stringify(Object.fromEntries(members.map((name) => [name, jwk[name]])));
  return encodeBase64url(sha256(new TextEncoder().encode(canonical)));
}
