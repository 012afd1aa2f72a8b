import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { compareFlows } from '../../lib/flow/compare-flows.ts';
import type { FlowSummary } from '../../lib/flow/summary-types.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import { profileById } from '../../lib/providers/catalogue.ts';
import { contextOf } from '../../lib/rules/context-of.ts';
import { runRules } from '../../lib/rules/run.ts';
import { formatClock } from '../../lib/state/format.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { cutText } from '../ui/cut-text.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Modal } from '../ui/modal.tsx';
import './compare.css';
import { ComparedTables } from './compared-tables.tsx';

interface CompareDialogProps {
  readonly flow: Flow;
  readonly onClose: () => void;
}

/** Flows that are offered; older ones are found with the filter of the list. */
const MAX_OFFERED = 300;

/** A flow beside another one, and what differs. */
export function CompareDialog({ flow, onClose }: CompareDialogProps): JSX.Element {
  const { flows: model } = useAppModel();
  const { background, now } = useServices();
  const id = useId();
  const offered = candidates(flow, model.all.value);
  const [otherId, setOtherId] = useState(offered[0]?.id ?? '');
  const [other, setOther] = useState<Flow>();
  const [onlyDifferent, setOnlyDifferent] = useState(true);
  useEffect(() => {
    let current = true;
    void background.call('flow', otherId).then((answer) => {
      if (current) setOther(answer.ok ? answer.value : undefined);
    });
    return () => {
      current = false;
    };
  }, [background, otherId]);
  const judged = (one: Flow) => ({
    flow: one,
    findings: runRules(one, contextOf(one, { now: now() })),
  });
  return (
    <Modal title="Compare flows" wide onClose={onClose}>
      {offered.length === 0 ? (
        <EmptyState title="There is no other flow">
          Sign in once more, or import one, then compare the two.
        </EmptyState>
      ) : (
        <div class="stack">
          <div class="row-actions compare-bar">
            <label for={id}>Compare with</label>
            <select
              id={id}
              class="input compare-choice"
              value={otherId}
              onChange={(event) => setOtherId(event.currentTarget.value)}
            >
              {offered.map((summary) => (
                <option key={summary.id} value={summary.id}>
                  {optionText(summary)}
                </option>
              ))}
            </select>
            <label class="check">
              <input
                type="checkbox"
                checked={onlyDifferent}
                onChange={(event) => setOnlyDifferent(event.currentTarget.checked)}
              />
              Only what differs
            </label>
          </div>
          {other && (
            <ComparedTables
              parts={compareFlows(judged(flow), judged(other))}
              left={headingOf(flow)}
              right={headingOf(other)}
              onlyDifferent={onlyDifferent}
            />
          )}
        </div>
      )}
    </Modal>
  );
}

/** Other flows: those of the same provider first, newest first. */
function candidates(flow: Flow, all: readonly FlowSummary[]): readonly FlowSummary[] {
  const others = all.filter(({ id }) => id !== flow.id);
  const same = others.filter(({ profileId }) => profileId === flow.profileId);
  return [...same, ...others.filter(({ profileId }) => profileId !== flow.profileId)].slice(0, MAX_OFFERED);
}

function optionText({ provider, startedAt, outcome, status }: FlowSummary): string {
  return `${formatClock(startedAt)} ${provider}, ${status}: ${makeVisible(cutText(outcome, 60))}`;
}

function headingOf(flow: Flow): string {
  return `${formatClock(flow.startedAt)} ${profileById(flow.profileId).name}`;
}
