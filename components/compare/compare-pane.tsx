import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type ComparedFlow, compareFlows } from '../../lib/flow/compare-flows.ts';
import type { FlowSummary } from '../../lib/flow/summary-types.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import { type Catalogue, profileById } from '../../lib/providers/catalogue.ts';
import { evaluateFully } from '../../lib/state/flows/evaluate-fully.ts';
import { outcomeLabel } from '../../lib/state/flows/outcome-label.ts';
import { formatClock } from '../../lib/state/shared/format.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { cutText } from '../ui/cut-text.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Segmented } from '../ui/segmented.tsx';
import './compare.css';
import { type ComparedShown, ComparedTables } from './compared-tables.tsx';
import { statusLabel } from './comparison-labels.ts';

interface ComparePaneProps {
  readonly flow: Flow;
  readonly onClose: () => void;
}

const SHOWN = [
  { id: 'unexpected', label: 'compareShowDifferences' },
  { id: 'different', label: 'compareShowExpected' },
  { id: 'all', label: 'compareShowAll' },
] as const satisfies readonly { readonly id: ComparedShown; readonly label: MessageName }[];

/** Flows that are offered; older ones are found with the filter of the list. */
const MAX_OFFERED = 300;

/** A flow beside another one, in the place of its detail; what was to be expected is hidden until it is asked for. */
export function ComparePane({ flow, onClose }: ComparePaneProps): JSX.Element {
  const { flows: model, findings, verification } = useAppModel();
  const { background, now, profiles } = useServices();
  const catalogue = profiles.catalogue.value;
  const id = useId();
  const offered = candidates(flow, model.all.value);
  const [otherId, setOtherId] = useState(offered[0]?.id ?? '');
  const [pair, setPair] = useState<readonly [ComparedFlow, ComparedFlow]>();
  const [shown, setShown] = useState<ComparedShown>('unexpected');
  const choice = useRef<HTMLSelectElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => (choice.current ?? close.current)?.focus(), []);
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
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <section class="compare" aria-label={t('compareTitle')} onKeyDown={press}>
      <div class="compare-bar">
        <button type="button" class="button quiet" ref={close} title={t('compareBack')} onClick={onClose}>
          <Icon name="back" />
          <span class="visually-hidden">{t('compareBack')}</span>
        </button>
        {offered.length > 0 && (
          <>
            <label for={id}>{t('compareWith')}</label>
            <select
              id={id}
              ref={choice}
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
            <Segmented
              label={t('compareShow')}
              options={SHOWN.map(({ id: value, label }) => ({ id: value, label: t(label) }))}
              chosen={shown}
              onChoose={setShown}
            />
          </>
        )}
      </div>
      {offered.length === 0 ? (
        <EmptyState title={t('compareNoOther')}>{t('compareNoOtherRemedy')}</EmptyState>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
        <div class="compare-body" tabIndex={0}>
          {pair && (
            <ComparedTables
              parts={compareFlows(...pair, catalogue)}
              left={headingOf(pair[0].flow, catalogue)}
              right={headingOf(pair[1].flow, catalogue)}
              shown={shown}
            />
          )}
        </div>
      )}
    </section>
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
