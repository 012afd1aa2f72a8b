import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Flow } from '../../flow/types.ts';
import type { Background } from '../../messaging/protocol.ts';
import type { runRules } from '../../rules/run.ts';
import type { Finding, OtherFlow } from '../../rules/types.ts';
import { type EvaluationParts, evaluationContext } from './evaluation-context.ts';
import { createPacedFlow } from './paced-flow.ts';
import type { PartedFindings } from './silencing.ts';

const NONE: PartedFindings = { shown: [], silenced: [] };

/** One list, so that an answer that names no other flow changes nothing. */
const NO_OTHERS: readonly OtherFlow[] = [];

export interface FlowFindingsContext extends EvaluationParts {
  readonly background: Background;
  readonly flow: ReadonlySignal<Flow | undefined>;
}

/** Evaluates the shown flow when it, the choice of rules for it, or what is known of its tokens changed; in a burst at a pace. */
export function createFlowFindings({ background, flow: shownFlow, ...parts }: FlowFindingsContext): {
  readonly parted: ReadonlySignal<PartedFindings>;
  dispose(): void;
} {
  const paced = createPacedFlow(shownFlow, { now: () => performance.now(), later });
  const { flow } = paced;
  const others = signal<{ readonly id: string; readonly flows: readonly OtherFlow[] }>();
  let asked = '';
  const stop = effect(() => {
    const shown = flow.value;
    const id = shown?.id;
    // A flow gets values that it may share when it starts and with its callback, not with every hop.
    const key = shown ? `${shown.callback ? 'answered' : 'open'} ${shown.id}` : '';
    if (key === asked) return;
    asked = key;
    if (id === undefined) return;
    void background.call('others', id).then((outcome) => {
      if (!outcome.ok || flow.peek()?.id !== id) return;
      const known = others.peek();
      if (known?.id === id && JSON.stringify(known.flows) === JSON.stringify(outcome.value)) return;
      others.value = { id, flows: outcome.value.length === 0 ? NO_OTHERS : outcome.value };
    });
  });
  // There are many rules; the page shows itself before they are there.
  const evaluate = signal<{ readonly run: typeof runRules }>();
  void import('../../rules/run.ts').then(({ runRules: run }) => {
    evaluate.value = { run };
  });
  const known = computed(() => (others.value?.id === flow.value?.id && others.value?.flows) || NO_OTHERS);
  const all = computed((): readonly Finding[] => {
    const shown = flow.value;
    if (!shown || !evaluate.value) return [];
    return evaluate.value.run(shown, evaluationContext(parts, shown, known.value));
  });
  const parted = computed(() => {
    const shown = flow.value;
    return shown ? parts.findings.part(all.value, shown.profileId) : NONE;
  });
  return {
    parted,
    dispose() {
      stop();
      paced.dispose();
    },
  };
}

function later(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
