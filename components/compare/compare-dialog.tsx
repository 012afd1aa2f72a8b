import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { type ComparedFlow, compareFlows } from '../../lib/flow/compare-flows.ts';
import type { FlowSummary } from '../../lib/flow/summary-types.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import { type Catalogue, profileById } from '../../lib/providers/catalogue.ts';
import { evaluateFully } from '../../lib/state/flows/evaluate-fully.ts';
import { outcomeLabel } from '../../lib/state/flows/outcome-label.ts';
import { formatClock } from '../../lib/state/shared/format.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { cutText } from '../ui/cut-text.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Modal } from '../ui/modal.tsx';
import './compare.css';
import { ComparedTables } from './compared-tables.tsx';
import { statusLabel } from './comparison-labels.ts';

interface CompareDialogProps {
  readonly flow: Flow;
  readonly onClose: () => void;
}

/** Flows that are offered; older ones are found with the filter of the list. */
const MAX_OFFERED = 300;

/** A flow beside another one, and what differs. */
export function CompareDialog({ flow, onClose }: CompareDialogProps): JSX.Element {
  const { flows: model, findings, verification } = useAppModel();
  const { background, now, profiles } = useServices();
  const catalogue = profiles.catalogue.value;
  const id = useId();
  const offered = candidates(flow, model.all.value);
  const [otherId, setOtherId] = useState(offered[0]?.id ?? '');
  const [pair, setPair] = useState<readonly [ComparedFlow, ComparedFlow]>();
  const [onlyDifferent, setOnlyDifferent] = useState(true);
  useEffect(() => {
    let current = true;
    const evaluated = async (one: Flow): Promise<ComparedFlow> => ({
      flow: one,
      findings: (
        await evaluateFully(one, { catalogue: profiles.catalogue, background, findings, verification, now })
      ).shown,
    });
    const load = async (): Promise<void> => {
      const answer = await background.call('flow', otherId);
      const other = answer.ok ? answer.value : undefined;
      const next = other && ([await evaluated(flow), await evaluated(other)] as const);
      if (current) setPair(next);
    };
    void load();
    return () => {
      current = false;
    };
  }, [background, findings, verification, now, flow, otherId]);
  return (
    <Modal title={t('compareTitle')} wide onClose={onClose}>
      {offered.length === 0 ? (
        <EmptyState title={t('compareNoOther')}>{t('compareNoOtherRemedy')}</EmptyState>
      ) : (
        <div class="stack">
          <div class="row-actions compare-bar">
            <label for={id}>{t('compareWith')}</label>
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
              {t('compareOnlyDifferent')}
            </label>
          </div>
          {pair && (
            <ComparedTables
              parts={compareFlows(...pair, catalogue)}
              left={headingOf(pair[0].flow, catalogue)}
              right={headingOf(pair[1].flow, catalogue)}
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
  const cut = makeVisible(cutText(outcomeLabel(outcome), 60));
  return t('compareOption', formatClock(startedAt), provider, statusLabel(status), cut);
}

function headingOf(flow: Flow, catalogue: Catalogue): string {
  return `${formatClock(flow.startedAt)} ${profileById(catalogue, flow.profileId).name}`;
}
