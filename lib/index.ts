/**
 * The front door of the part of Grantscope that needs no browser: what the scripts, the bench and everything outside of the
 * extension import. Described in docs/library.md.
 */
export { createRedactor, redact } from './export/redact.ts';
export { classify } from './flow/classify.ts';
export type { Observation } from './flow/observation.ts';
export { outcomeOf } from './flow/outcome.ts';
export { EMPTY_FLOWS, type FlowsState, reduceAll, reduceObservation } from './flow/reduce.ts';
export type { Tracker } from './flow/tracker.ts';
export type { Flow, Hop } from './flow/types.ts';
export { decodeToken } from './jwt/decode.ts';
export { signToken } from './jwt/sign.ts';
export { verifyToken } from './jwt/verify.ts';
export type { JwkSet } from './jwt/verify-types.ts';
export { buildCall } from './library/build-call.ts';
export { catalogue } from './library/built-in.ts';
export { evaluateCall, evaluateFlow, evaluateToken } from './library/evaluate.ts';
export { flowsIn, reduceFlows } from './library/reduce-flows.ts';
export { observe } from './observe/observe.ts';
export { createCatalogue, profileById } from './providers/catalogue.ts';
export { PROFILE_FILE_VERSION } from './providers/profile-limits.ts';
export { ProfileFileSchema } from './providers/schema/profile-schema.ts';
export { RULES } from './rules/registry.ts';
export { runRules } from './rules/run.ts';
export { CONFORMANCE_PROFILES, type ConformanceProfile, type Rule } from './rules/types.ts';
