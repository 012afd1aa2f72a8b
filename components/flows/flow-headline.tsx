import type { JSX } from 'preact';
import type { FlowSummary } from '../../lib/flow/summary-types.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import { headline, statusLook } from '../../lib/state/flow-words.ts';
import { formatClock, formatDuration, formatExact } from '../../lib/state/format.ts';
import { outcomeWords } from '../../lib/state/outcome-words.ts';
import { say } from '../../lib/state/say.ts';
import { Icon } from '../ui/icon.tsx';

/** What became of the flow, in one sentence. */
export function FlowHeadline({ summary }: { readonly summary: FlowSummary }): JSX.Element {
  const { tone, word } = statusLook(summary.status);
  const said = makeVisible(headline(summary));
  const outcome = makeVisible(outcomeWords(summary.outcome));
  const facts = [
    said === outcome ? makeVisible(summary.provider) : outcome,
    ...(summary.host === '' ? [] : [summary.host]),
    ...(summary.duration === undefined ? [] : [say('flowTook', formatDuration(summary.duration))]),
  ];
  return (
    <header class="flow-headline">
      <h2>
        <Icon name={summary.status} tone={tone} />
        <span class="visually-hidden">{word}: </span>
        {said}
      </h2>
      <p class="muted">
        {facts.join(' · ')} ·{' '}
        <time dateTime={formatExact(summary.startedAt)} title={formatExact(summary.startedAt)}>
          {formatClock(summary.startedAt)}
        </time>
      </p>
    </header>
  );
}
