import { computed, type ReadonlySignal } from '@preact/signals';
import type { Catalogue } from '../../providers/catalogue.ts';
import type { DraftProblem } from '../../providers/check-draft.ts';
import type { Environment, Profile } from '../../providers/types.ts';
import { contextOf } from '../../rules/context-of.ts';
import { draftFlow } from '../../rules/draft-flow.ts';
import { runRules } from '../../rules/run.ts';
import type { Finding } from '../../rules/types.ts';
import type { SettingsStore } from '../../storage/settings.ts';
import { createSilencing } from '../flows/silencing.ts';
import { type RequestRemark, remarksOf } from './request-remarks.ts';

/** What is to be said of the request that is being written. */
export interface RequestFindings {
  /** Problems and what the rules find in the finished URL, nothing twice, worst first. */
  readonly remarks: ReadonlySignal<readonly RequestRemark[]>;
  /** Rules that would have something to say and are silenced for the profile. */
  readonly silenced: ReadonlySignal<readonly string[]>;
  /** Silences a rule for the profile, until it is restored. */
  silence(rule: string): Promise<void>;
  /** Lets every rule of the profile speak again. */
  restore(): Promise<void>;
}

interface FindingsContext {
  readonly catalogue: ReadonlySignal<Catalogue>;
  readonly settings: SettingsStore;
  readonly profile: ReadonlySignal<Profile>;
  readonly environment: ReadonlySignal<Environment>;
  readonly problems: ReadonlySignal<readonly DraftProblem[]>;
  /** The finished URL and when it would be sent, in milliseconds since the epoch; undefined while it is not finished. */
  readonly draft: () => { readonly url: string; readonly at: number } | undefined;
}

/** Evaluates a draft whenever it changes. */
export function createRequestFindings(context: FindingsContext): RequestFindings & { dispose(): void } {
  const { profile, environment, problems, draft } = context;
  const silencing = createSilencing(context.settings);
  const findings = computed((): readonly Finding[] => {
    const finished = draft();
    if (!finished) return [];
    const known = context.catalogue.value;
    const { id: environmentId, issuer } = environment.value;
    const flow = draftFlow({ ...finished, profileId: profile.value.id, environmentId }, known);
    return runRules(
      flow,
      contextOf(flow, { catalogue: known, now: finished.at, ...(issuer === undefined ? {} : { issuer }) }),
    );
  });
  const parted = computed(() => {
    const hidden = silencing.silenced(profile.value.id);
    const isHidden = ({ rule }: RequestRemark): boolean => rule !== undefined && hidden.has(rule);
    const all = remarksOf(problems.value, findings.value);
    return { shown: all.filter((remark) => !isHidden(remark)), hidden: all.filter(isHidden) };
  });
  return {
    remarks: computed(() => parted.value.shown),
    silenced: computed(() => [...new Set(parted.value.hidden.map(({ rule = '' }) => rule))]),
    silence: (rule) => silencing.silence(profile.peek().id, rule),
    restore: () => silencing.restore(profile.peek().id),
    dispose: silencing.dispose,
  };
}
