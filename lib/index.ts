/**
 * The front door of the part of Grantscope that needs no browser: what the scripts, the bench and everything outside of the
 * extension import. Described in docs/library.md.
 */
export { createRedactor, redact } from './export/redact.ts';
export { outcomeOf } from './flow/outcome.ts';
export { EMPTY_FLOWS } from './flow/reduce.ts';
export { decodeToken } from './jwt/decode.ts';
export { signToken } from './jwt/sign.ts';
export { verifyToken } from './jwt/verify.ts';
export { buildCall } from './library/build-call.ts';
export { catalogue } from './library/built-in.ts';
export { evaluateCall, evaluateFlow, evaluateToken } from './library/evaluate.ts';
export { flowsIn, reduceFlows } from './library/reduce-flows.ts';
export { observe } from './observe/observe.ts';
export { createCatalogue } from './providers/catalogue.ts';
