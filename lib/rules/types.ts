import type { InferOutput } from 'valibot';
import type { FindingSchema } from '../flow/schema/finding-schema.ts';
import type { Flow } from '../flow/types.ts';
import type { TokenWarning } from '../jwt/verify-types.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { Profile } from '../providers/types.ts';
import type { EvaluatedToken } from './evaluated-token.ts';

export type Severity = Finding['severity'];

/** What decides whether a rule applies to a flow. */
export const CONFORMANCE_PROFILES = [
  'base',
  'oidc',
  'jar',
  'par',
  'fapi1',
  'fapi2',
  'obuk',
  'provider',
] as const;

export type ConformanceProfile = (typeof CONFORMANCE_PROFILES)[number];

/** What a rule found, where, and how to fix it. */
export type Finding = InferOutput<typeof FindingSchema>;

/** What a rule about reuse needs of another captured flow. */
export interface OtherFlow {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly state?: string;
  readonly nonce?: string;
  readonly codeChallenge?: string;
  readonly code?: string;
  readonly requestUri?: string;
}

/** What a signature check of a token in a flow came to, beside the token it was about. */
export interface VerifiedToken {
  /** The compact serialisation. */
  readonly token: string;
  readonly status: 'verified' | 'invalid-signature' | 'malformed' | 'not-verified';
  readonly reason: string;
  /** What the check noticed beside the verdict. */
  readonly warnings?: readonly TokenWarning[];
  /** The public keys it was checked with. */
  readonly keys?: readonly JsonWebKey[];
}

/** What a rule may look at beside the flow; time comes in here (milliseconds since the epoch). */
export interface RuleContext {
  readonly now: number;
  /** The profiles that are known. */
  readonly catalogue: Catalogue;
  /** Every token of the flow, read once for all rules; read again by a rule that is given none. */
  readonly tokens?: readonly EvaluatedToken[];
  /** IANA name of the zone in which messages show times; the machine's own when absent. */
  readonly timeZone?: string;
  readonly profile?: Profile;
  /** Gates that are open; those of the profile when absent. */
  readonly gates?: ReadonlySet<ConformanceProfile>;
  /** Issuer identifier that the environment, or the issuer's own metadata, names. */
  readonly issuer?: string;
  /** True when the metadata says that every response names its issuer (RFC 9207 section 3). */
  readonly issInResponses?: boolean;
  /** Other captured flows, oldest first. */
  readonly others?: readonly OtherFlow[];
  /** Tokens whose signature was checked. */
  readonly verified?: readonly VerifiedToken[];
}

/** What a rule about one token may look at. */
export type TokenContext = Omit<RuleContext, 'catalogue'>;

/** What a check gives; id, severity and source are added to it. A check may soften or sharpen the severity. */
export type Found = Omit<Finding, 'rule' | 'severity' | 'source'> & { readonly severity?: Severity };

export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** The rule applies when one of these is open. */
  readonly gate: ConformanceProfile | readonly ConformanceProfile[];
  readonly source: string;
  /** One sentence: what must hold. */
  readonly title: string;
  readonly check: (flow: Flow, context: RuleContext) => readonly Found[];
}
