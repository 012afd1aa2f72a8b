import { type EvaluatedToken, evaluatedTokens } from './evaluated-token.ts';
import type { Found, Rule, TokenContext } from './types.ts';

/** What a rule says of a token; where it stood is known. */
export type TokenFound = Omit<Found, 'at'>;

/** A rule about tokens: it runs over every token of a flow, and over a token by itself. */
export interface TokenRule extends Rule {
  readonly checkToken: (token: EvaluatedToken, context: TokenContext) => readonly Found[];
}

type Spec = Omit<Rule, 'check'> & {
  readonly evaluate: (token: EvaluatedToken, context: TokenContext) => readonly TokenFound[];
};

/** Makes a rule about tokens. */
export function tokenRule({ evaluate, ...rule }: Spec): TokenRule {
  const checkToken = (token: EvaluatedToken, context: TokenContext): readonly Found[] =>
    evaluate(token, context).map((found) => {
      const severity = found.severity ?? rule.severity;
      const softened = token.foreign && severity === 'error' ? 'warning' : severity;
      return { ...found, severity: softened, at: token.at };
    });
  return {
    ...rule,
    checkToken,
    check: (flow, context) =>
      (context.tokens ?? evaluatedTokens(flow)).flatMap((token) => checkToken(token, context)),
  };
}
