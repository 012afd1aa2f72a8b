import type { FlowSummary } from '../flow/summary-types.ts';
import type { Flow } from '../flow/types.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { createReuseIndex, otherOf } from '../rules/reuse-index.ts';
import type { OtherFlow } from '../rules/types.ts';
import type { ChosenConformance } from '../storage/evaluation-choices.ts';
import { evaluateRecorded } from './evaluate-recorded.ts';

/** Rules that are silenced, by profile. */
export type Silenced = Readonly<Record<string, readonly string[]>>;

/** Evaluates flows one at a time, each against those that it shares a value with. */
export interface FlowEvaluator {
  evaluate(flow: Flow): FlowSummary;
  /** Remembers what a flow shares with others, without evaluating it. */
  note(flow: Flow): void;
  /** Flows that share a state, nonce, challenge or code with this one, oldest first. */
  others(flow: Flow): readonly OtherFlow[];
  /** Begins again with flows of which only the row is known. */
  begin(known: Iterable<FlowSummary>): void;
  /** Adds such flows. */
  know(known: Iterable<FlowSummary>): void;
  forget(id: string): void;
  /** Counts findings of these rules no more; gives the profiles for which that changes anything. */
  silence(silenced: Silenced): ReadonlySet<string>;
  /** Evaluates flows by what the user chose for them; gives which of them are evaluated otherwise than before. */
  evaluateAs(chosen: ChosenConformance): ReadonlySet<string>;
}

/**
 * @param now milliseconds since the epoch
 * @param catalogue the profiles that are known when a flow is evaluated
 */
export function createFlowEvaluator(now: () => number, catalogue: () => Catalogue): FlowEvaluator {
  const index = createReuseIndex();
  let silenced: Silenced = {};
  let chosen: ChosenConformance = {};
  const know = (known: Iterable<FlowSummary>): void => {
    for (const { id, startedAt, state, code } of known) {
      index.put({
        id,
        startedAt,
        ...(state === undefined ? {} : { state }),
        ...(code === undefined ? {} : { code }),
      });
    }
  };
  return {
    evaluate(flow) {
      const own = otherOf(flow);
      index.put(own);
      const others = index.othersOf(own);
      const choice = chosen[flow.id];
      return evaluateRecorded(flow, now(), {
        catalogue: catalogue(),
        others,
        silenced: new Set(silenced[flow.profileId]),
        ...(choice ? { choice } : {}),
      });
    },
    note: (flow) => index.put(otherOf(flow)),
    others: (flow) => index.othersOf(otherOf(flow)),
    begin(known) {
      index.clear();
      know(known);
    },
    know,
    forget: (id) => index.remove(id),
    silence(next) {
      const profiles = new Set([...Object.keys(silenced), ...Object.keys(next)]);
      const changed = [...profiles].filter((id) => String(silenced[id]) !== String(next[id]));
      silenced = next;
      return new Set(changed);
    },
    evaluateAs(next) {
      const ids = [...Object.keys(chosen), ...Object.keys(next)];
      const changed = ids.filter((id) => chosen[id] !== next[id]);
      chosen = next;
      return new Set(changed);
    },
  };
}
