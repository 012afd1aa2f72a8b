import type { Flow } from '../flow/types.ts';
import type { Profile } from '../providers/types.ts';

export type Severity = 'error' | 'warning' | 'info';

/** What decides whether a rule applies to a flow. */
export type Gate = 'base' | 'oidc' | 'jar' | 'par' | 'fapi1' | 'fapi2' | 'obuk' | 'provider';

/** What a rule found, where, and how to mend it. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Names the offending parameter and value. */
  readonly message: string;
  readonly remedy: string;
  /** Specification and section. */
  readonly source: string;
  readonly at: { readonly part: 'request' | 'callback' | 'hop'; readonly parameter?: string };
}

/** What a rule may look at beside the flow; time comes in here (milliseconds since the epoch). */
export interface RuleContext {
  readonly now: number;
  readonly profile?: Profile;
}

/** What a check gives; id, severity and source are added to it. A check may soften or sharpen the severity. */
export type Found = Omit<Finding, 'rule' | 'severity' | 'source'> & { readonly severity?: Severity };

export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly gate: Gate;
  readonly source: string;
  /** One sentence: what must hold. */
  readonly title: string;
  readonly check: (
    flow: Flow,
    context: RuleContext,
  ) => readonly Omit<Finding, 'rule' | 'severity' | 'source'>[];
}
