import type { DecodedToken } from '../jwt/types.ts';
import { isOpen } from './conformance-profiles.ts';
import { type TokenKind, tokenAlone } from './evaluated-token.ts';
import { TOKEN_RULES } from './token/token-rules.ts';
import type { ConformanceProfile, Finding, TokenContext } from './types.ts';

const BASE: ReadonlySet<ConformanceProfile> = new Set(['base']);

/**
 * Evaluates one token by itself, in the order of the rules. What it is for is told by its claims unless `kind` says so.
 * Pure: the same token and context give the same findings.
 */
export function runTokenRules(
  decoded: DecodedToken,
  context: TokenContext,
  kind?: TokenKind,
): readonly Finding[] {
  const token = tokenAlone(decoded, kind);
  const gates = context.gates ?? BASE;
  return TOKEN_RULES.filter(({ gate }) => isOpen(gate, gates)).flatMap((rule) =>
    rule.checkToken(token, { ...context, gates }).map((found) => ({
      rule: rule.id,
      severity: rule.severity,
      source: rule.source,
      ...found,
    })),
  );
}
