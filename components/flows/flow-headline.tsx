import type { JSX } from 'preact';
import type { FlowSummary } from '../../lib/flow/summary-types.ts';
import { t } from '../../lib/i18n/t.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { headline, statusLook } from '../../lib/state/flows/flow-labels.ts';
import { outcomeLabel } from '../../lib/state/flows/outcome-label.ts';
import { formatClock, formatDuration, formatExact } from '../../lib/state/shared/format.ts';
import { cutText } from '../ui/cut-text.ts';
import { Icon } from '../ui/icon.tsx';

/** A message names the offending value, which may be long. */
const LONGEST_CAUSE = 300;

interface FlowHeadlineProps {
  readonly summary: FlowSummary;
  /** The finding that explains most; none when nothing is wrong. */
  readonly cause: Finding | undefined;
  readonly onCause: (rule: string) => void;
}

/** What became of the flow and, beside it, what most likely caused it. */
export function FlowHeadline({ summary, cause, onCause }: FlowHeadlineProps): JSX.Element {
  const { tone, word } = statusLook(summary.status);
  const said = makeVisible(headline(summary));
  const outcome = makeVisible(outcomeLabel(summary.outcome));
  const facts = [
    said === outcome ? makeVisible(summary.provider) : outcome,
    ...(summary.host === '' ? [] : [summary.host]),
    ...(summary.duration === undefined ? [] : [t('flowTook', formatDuration(summary.duration))]),
  ];
  const exact = formatExact(summary.startedAt);
  return (
    <header class="flow-headline">
      <h2 title={said}>
        <Icon name={summary.status} tone={tone} />
        <span class="visually-hidden">{word}: </span>
        <span class="flow-headline-text">{said}</span>
      </h2>
      {cause && (
        <button
          type="button"
          class={`flow-cause tone-${cause.severity}`}
          title={makeVisible(`${cause.message}\n${cause.remedy}\n${cause.source}`)}
          onClick={() => onCause(cause.rule)}
        >
          <Icon name={cause.severity === 'error' ? 'failed' : 'warning'} />
          <span class="flow-cause-text">
            {shortened(cause.message)} <span class="muted">{cause.rule}</span>
            <span class="flow-cause-remedy"> {shortened(cause.remedy)}</span>
          </span>
        </button>
      )}
      <p class="muted" title={exact}>
        {facts.join(' · ')} · <time dateTime={exact}>{formatClock(summary.startedAt)}</time>
      </p>
    </header>
  );
}

function shortened(text: string): string {
  return makeVisible(cutText(text, LONGEST_CAUSE));
}
