import type { Flow, FlowCall } from '../flow/types.ts';
import { decodeToken } from '../jwt/decode.ts';
import type { DecodedToken } from '../jwt/types.ts';
import { contextOf, type EvaluationFacts } from '../rules/context-of.ts';
import { evaluateFlowCall as evaluate } from '../rules/evaluate-flow-call.ts';
import type { TokenKind } from '../rules/evaluated-token.ts';
import { runRules } from '../rules/run.ts';
import { runTokenRules } from '../rules/run-tokens.ts';
import type { Finding, TokenContext } from '../rules/types.ts';
import { catalogue as builtIn } from './built-in.ts';

/** What is known beside a flow. The catalogue is the built-in one, and the time the present, when absent. */
export type EvaluateOptions = Partial<EvaluationFacts>;

/** Findings on a flow, worst first. Same flow and options, same findings. */
export function evaluateFlow(flow: Flow, options: EvaluateOptions = {}): readonly Finding[] {
  return runRules(flow, contextOf(flow, factsOf(options)));
}

/** Findings on one token by itself. What it is for follows from its claims unless `kind` says so. */
export function evaluateToken(
  token: string | DecodedToken,
  { kind, now = Date.now(), ...options }: Partial<TokenContext> & { readonly kind?: TokenKind } = {},
): readonly Finding[] {
  return runTokenRules(typeof token === 'string' ? decodeToken(token) : token, { now, ...options }, kind);
}

/** A call: what was sent, and what came back where there was an answer. */
export type CallToEvaluate = Pick<FlowCall, 'profileId' | 'method' | 'url'> & Partial<FlowCall>;

/** Findings on one call as it was sent, secrets included. With `flow`, against the flow for which it was made. */
export function evaluateCall(
  call: CallToEvaluate,
  { flow, ...options }: EvaluateOptions & { readonly flow?: Flow } = {},
): readonly Finding[] {
  const facts = factsOf(options);
  const whole: FlowCall = {
    id: 'call',
    stepId: '',
    name: call.stepId ?? 'Token',
    at: facts.now,
    elapsed: 0,
    encoding: call.fields?.some((field) => field.in === 'form') ? 'form' : 'none',
    fields: [],
    ...call,
  };
  return evaluate(whole, { ...facts, ...(flow ? { flow } : {}) });
}

function factsOf({ catalogue = builtIn, now = Date.now(), ...options }: EvaluateOptions): EvaluationFacts {
  return { ...options, catalogue, now };
}
