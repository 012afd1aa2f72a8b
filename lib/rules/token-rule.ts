import { type JudgedToken, judgedTokens } from './judged-token.ts';
import type { Found, Rule, TokenContext } from './types.ts';

/** What a rule says of a token; where it stood is known. */
export type TokenFound = Omit<Found, 'at'>;

/** A rule about tokens: it runs over every token of a flow, and over a token by itself. */
export interface TokenRule extends Rule {
  readonly checkToken: (token: JudgedToken, context: TokenContext) => readonly Found[];
}

type Spec = Omit<Rule, 'check'> & {
  readonly judge: (token: JudgedToken, context: TokenContext) => readonly TokenFound[];
};

/** Makes a rule about tokens. */
export function tokenRule({ judge, ...rule }: Spec): TokenRule {
  const checkToken = (token: JudgedToken, context: TokenContext): readonly Found[] =>
    judge(token, context).map((found) => {
      const severity = found.severity ?? rule.severity;
      const softened = token.foreign && severity === 'error' ? 'warning' : severity;
      return { ...found, severity: softened, at: token.at };
    });
  return {
    ...rule,
    checkToken,
    check: (flow, context) =>
      (context.tokens ?? judgedTokens(flow)).flatMap((token) => checkToken(token, context)),
  };
}
