import { type Signal, useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { tokensOf } from '../../lib/flow/tokens.ts';
import { t } from '../../lib/i18n/t.ts';
import { missingHosts } from '../../lib/state/flows/missing-access.ts';
import { useAppModel } from '../app/models.ts';
import { FlowActions } from '../compare/flow-actions.tsx';
import { LazyComparePane } from '../compare/lazy-compare-pane.ts';
import { FlowHoldPart } from '../hold/flow-hold.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { Icon } from '../ui/icon.tsx';
import { AllowHosts } from './allow-access.tsx';
import { ExchangeButton } from './exchange-button.tsx';
import { FindingList } from './finding-list.tsx';
import { FlowHeadline } from './flow-headline.tsx';
import { FlowKeeping } from './flow-keeping.tsx';
import { FlowMarks } from './flow-marks.tsx';
import { FlowRemarks } from './flow-remarks.tsx';
import { FlowValues } from './flow-values.tsx';
import { type FlowView, FlowViews } from './flow-views.tsx';
import { FlowWorth } from './flow-worth.tsx';
import { LazyFindBar } from './lazy-find-bar.ts';

/** Arrow keys walk the list while the detail itself has the focus. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Findings shown beside the hops; all of them have a subtab of their own. */
const FINDINGS_AT_A_GLANCE = 3;

interface FlowDetailProps {
  /** Whether something is looked for in the shown part of the flow. */
  readonly searches: Signal<boolean>;
  readonly onBack: () => void;
}

/** The selected flow: the answer and the subtabs are always visible, and only what a subtab shows scrolls. */
export function FlowDetail({ searches, onBack }: FlowDetailProps): JSX.Element {
  const { flows: model, access, flowFindings, flowAction } = useAppModel();
  const view = useSignal<FlowView>('hops');
  const back = useRef<HTMLButtonElement>(null);
  const findingFilter = useSignal('');
  const { shown: findings } = flowFindings.value;
  const urgent = findings.filter(({ severity }) => severity !== 'info');
  const tokens = useComputed(() => (model.flow.value ? tokensOf(model.flow.value) : []));
  const opened = model.opened.value;
  useEffect(() => {
    if (opened) back.current?.focus();
  }, [opened]);

  const { summary, flow } = model.detail.value ?? {};
  const showFinding = (rule: string): void => {
    findingFilter.value = rule;
    view.value = 'findings';
  };
  const compares = flowAction.value?.kind === 'compare' && flowAction.value.flowId === flow?.id;
  const region = useRef<HTMLElement>(null);
  const left = useRef(false);
  const leaveComparison = (): void => {
    left.current = true;
    flowAction.value = undefined;
  };
  useEffect(() => {
    if (compares || !left.current) return;
    left.current = false;
    region.current?.querySelector<HTMLElement>('.flow-actions [data-action="compare"]')?.focus();
  }, [compares]);
  const searched = useCallback(() => region.current?.querySelector('.flow-view'), []);
  const leaveSearch = (): void => {
    searches.value = false;
    region.current?.focus();
  };
  const keep = (): void => model.select(summary?.id);
  const press = (event: KeyboardEvent): void => {
    const step = event.target === event.currentTarget ? STEPS[event.key] : undefined;
    if (step !== undefined) {
      const rows = model.visible.peek();
      const next = rows[rows.findIndex(({ id }) => id === summary?.id) + step];
      if (next) model.select(next.id);
    } else if (event.key === 'Escape' && model.selectedId.peek()) onBack();
    else return;
    event.preventDefault();
  };
  return (
    <section
      class="flow"
      aria-label={t('flowFlow')}
      tabIndex={-1}
      ref={region}
      onKeyDown={press}
      onPointerDown={keep}
    >
      {summary && (
        <>
          <button type="button" class="button flow-back" ref={back} onClick={onBack}>
            <Icon name="back" />
            {t('flowBackToList')}
          </button>
          <ErrorBoundary key={summary.id} what={t('flowThisFlow')}>
            {flow && compares ? (
              <LazyComparePane flow={flow} onClose={leaveComparison} />
            ) : (
              <>
                <div class="flow-head">
                  <FlowHeadline summary={summary} cause={urgent[0]} onCause={showFinding} />
                  <div class="flow-tools">
                    {flow && <FlowActions flow={flow} />}
                    <FlowKeeping summary={summary} />
                  </div>
                  <FlowValues summary={summary} flow={flow}>
                    {flow?.callback?.response.values.code && <ExchangeButton flow={flow} />}
                    {flow && <FlowWorth flow={flow} tokens={tokens.value} />}
                  </FlowValues>
                </div>
                {searches.value && <LazyFindBar root={searched} onClose={leaveSearch} />}
                {flow && (
                  <FlowViews
                    flow={flow}
                    findings={findings}
                    tokens={tokens.value}
                    view={view}
                    findingFilter={findingFilter}
                    pending={<FlowHoldPart flow={flow} />}
                    overview={
                      <div class="flow-overview">
                        <FlowRemarks summary={summary} flow={flow} />
                        {access.value && <AllowHosts hosts={missingHosts(flow, access.value)} />}
                        <FlowMarks marks={summary.marks} />
                        <FindingList findings={urgent.slice(1, FINDINGS_AT_A_GLANCE)} />
                      </div>
                    }
                  />
                )}
              </>
            )}
          </ErrorBoundary>
        </>
      )}
    </section>
  );
}
