import type { JSX } from 'preact';
import { timelineOf } from '../../lib/flow/timeline.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Note } from '../ui/note.tsx';
import { useKeptElements } from '../ui/use-kept-elements.ts';
import { HopRow } from './hop-row.tsx';

/** Class of a column's heading: numbers stand on the right, and some columns give way where there is little room. */
const COLUMNS: readonly { readonly name: MessageName; readonly class?: string }[] = [
  { name: 'flowHopMethod' },
  { name: 'flowHopStatus' },
  { name: 'flowHopPlace' },
  { name: 'flowHopElapsed', class: 'number' },
  { name: 'flowHopTook', class: 'number only-wide' },
  { name: 'flowHopWhat', class: 'only-wide' },
];

/** Every request of the redirect chain, in order. */
export function HopsView({ flow }: { readonly flow: Flow }): JSX.Element {
  const keep = useKeptElements();
  const rows = timelineOf(flow);
  if (rows.length === 0) {
    return <EmptyState title={t('flowNoHops')}>{t('flowNoHopsHint')}</EmptyState>;
  }
  return (
    <div class="scroll-x">
      <table class="table hops" aria-label={t('flowHops')}>
        <thead>
          <tr>
            <th scope="col">#</th>
            {COLUMNS.map(({ name, ...rest }) => (
              <th key={name} scope="col" class={rest.class}>
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            // Each change of a flow brings all of its hops as new objects.
            keep(row.number, [JSON.stringify(row)], () => <HopRow key={row.number} row={row} />),
          )}
        </tbody>
      </table>
      {flow.droppedHops > 0 && <Note tone="warning">{t('flowHopsDropped', flow.droppedHops)}</Note>}
    </div>
  );
}
