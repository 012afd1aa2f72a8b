import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Flow } from '../flow/types.ts';
import type { Background } from '../messaging/protocol.ts';
import { contextOf } from '../rules/context-of.ts';
import type { runRules } from '../rules/run.ts';
import type { Finding, OtherFlow } from '../rules/types.ts';
import type { FindingsModel, PartedFindings } from './findings-model.ts';
import type { FlowVerification } from './flow-verification.ts';

const NONE: PartedFindings = { shown: [], silenced: [] };

export interface FlowFindingsContext {
  readonly background: Background;
  readonly flow: ReadonlySignal<Flow | undefined>;
  readonly findings: FindingsModel;
  readonly verification: FlowVerification;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Judges the shown flow whenever it, the choice of how to judge it, or what is known of its tokens changes. */
export function createFlowFindings({ background, flow, findings, verification, now }: FlowFindingsContext): {
  readonly parted: ReadonlySignal<PartedFindings>;
  dispose(): void;
} {
  const others = signal<{ readonly id: string; readonly flows: readonly OtherFlow[] }>();
  const dispose = effect(() => {
    const id = flow.value?.id;
    if (id === undefined) return;
    void background.call('others', id).then((outcome) => {
      if (outcome.ok && flow.peek()?.id === id) others.value = { id, flows: outcome.value };
    });
  });
  // There are many rules; the page shows itself before they are there.
  const judge = signal<{ readonly run: typeof runRules }>();
  void import('../rules/run.ts').then(({ runRules: run }) => {
    judge.value = { run };
  });
  const all = computed((): readonly Finding[] => {
    const shown = flow.value;
    if (!shown || !judge.value) return [];
    const known = others.value?.id === shown.id ? others.value.flows : [];
    const facts = {
      now: now(),
      others: known,
      choice: findings.judgedAs(shown.id),
      ...verification.factsOf(shown.id),
    };
    return judge.value.run(shown, contextOf(shown, facts));
  });
  const parted = computed(() => {
    const shown = flow.value;
    return shown ? findings.part(all.value, shown.profileId) : NONE;
  });
  return { parted, dispose };
}
