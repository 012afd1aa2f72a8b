import { type Searchable, searchable } from '../../flow/filter.ts';
import type { Outcome } from '../../flow/outcome-types.ts';
import type { FlowSummary } from '../../flow/summary-types.ts';
import { outcomeLabel } from './outcome-label.ts';

/** Prepares each summary for the filter once, with the words in which its outcome is shown. */
export function createSearchables(): (summary: FlowSummary) => Searchable {
  const prepared = new WeakMap<FlowSummary, Searchable>();
  const words = createWords();
  return (summary) => {
    const known = prepared.get(summary);
    if (known) return known;
    const made = searchable(summary, words(summary.outcome));
    prepared.set(summary, made);
    return made;
  };
}

/** Outcomes of which the words are remembered; there are few, but a provider may word its own. */
const REMEMBERED = 200;

function createWords(): (outcome: Outcome) => string {
  const said = new Map<string, string>();
  return (outcome) => {
    const key = JSON.stringify(outcome);
    const known = said.get(key);
    if (known !== undefined) return known;
    const words = outcomeLabel(outcome);
    if (said.size < REMEMBERED) said.set(key, words);
    return words;
  };
}
