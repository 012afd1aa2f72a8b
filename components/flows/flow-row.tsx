// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which a table cannot
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its row (aria-activedescendant)
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { FlowSummary } from '../../lib/flow/summary-types.ts';
import { t } from '../../lib/i18n/t.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import { statusLook } from '../../lib/state/flows/flow-labels.ts';
import { markLabel } from '../../lib/state/flows/mark-labels.ts';
import { outcomeLabel } from '../../lib/state/flows/outcome-label.ts';
import { formatClock, formatDuration, formatExact } from '../../lib/state/shared/format.ts';
import { cutText } from '../ui/cut-text.ts';
import { FindingCounts } from '../ui/finding-counts.tsx';
import { Icon } from '../ui/icon.tsx';

/** Height of a row in CSS pixels, as in flows.css. */
export const ROW_HEIGHT = 22;

const LONGEST = 120;

interface FlowRowProps {
  readonly id: string;
  readonly summary: FlowSummary;
  readonly selected: boolean;
  readonly onOpen: () => void;
}

/**
 * One flow in the list: one line, whose columns go one after the other as the list gets narrower. Where it stands is told by
 * {@link placeRow}.
 */
export function FlowRow({ id, summary, selected, onOpen }: FlowRowProps): JSX.Element {
  // The same element as before is not compared again.
  const cells = useMemo(() => <FlowCells summary={summary} />, [summary]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it has the focus and its keys
    <div role="row" tabIndex={-1} id={id} class="flow-row" aria-selected={selected} onClick={onOpen}>
      {cells}
    </div>
  );
}

/**
 * Puts a row in its place: a new flow at the top moves every row and changes none, so that they are not made again for it.
 * @param top distance from the top of the list in CSS pixels
 */
export function placeRow(row: HTMLElement, position: number, top: number): void {
  row.setAttribute('aria-rowindex', String(position));
  row.style.transform = `translateY(${top}px)`;
}

function FlowCells({ summary }: { readonly summary: FlowSummary }): JSX.Element {
  const { word, tone } = statusLook(summary.status);
  const marks = summary.marks.map(markLabel);
  const outcome = shown(outcomeLabel(summary.outcome));
  return (
    <>
      <span role="gridcell" class={`flow-row-status tone-${tone}`} title={word}>
        <Icon name={summary.status} />
        <span class="flow-row-word">{word}</span>
      </span>
      <span role="gridcell" class="flow-row-provider">
        {shown(summary.provider)}
        {summary.pinned && (
          <span class="flow-row-pin">
            <Icon name="pin" />
            <span class="visually-hidden"> {t('flowPinned')}</span>
          </span>
        )}
      </span>
      <span
        role="gridcell"
        class={`flow-row-outcome ${summary.status === 'failed' ? 'tone-error' : ''}`}
        title={[outcome, ...marks].join(', ')}
      >
        {outcome}
        {marks.length > 0 && <span class="flow-row-marks"> {marks.join(', ')}</span>}
      </span>
      <span role="gridcell" class="flow-row-client" title={shown(summary.clientId ?? '')}>
        {shown(summary.clientId ?? '')}
      </span>
      <span role="gridcell" class="flow-row-findings">
        <FindingCounts errors={summary.errors} warnings={summary.warnings} />
      </span>
      <span role="gridcell" class="flow-row-time" title={formatExact(summary.startedAt)}>
        {formatClock(summary.startedAt)}
      </span>
      <span role="gridcell" class="flow-row-duration">
        {summary.duration === undefined ? '–' : formatDuration(summary.duration)}
      </span>
    </>
  );
}

function shown(text: string): string {
  return makeVisible(cutText(text, LONGEST));
}
