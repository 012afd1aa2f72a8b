import type { JSX } from 'preact';
import { timelineOf } from '../../lib/flow/timeline.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Note } from '../ui/note.tsx';
import { HopRow } from './hop-row.tsx';

const COLUMNS = ['#', 'Method', 'Status', 'Host and path', 'Elapsed', 'Took', 'What'];
/** Class of a column's heading: numbers stand on the right, and some columns give way where there is little room. */
const CLASSES: Readonly<Record<string, string>> = {
  Elapsed: 'number',
  Took: 'number only-wide',
  What: 'only-wide',
};

/** Every request of the redirect chain, in order. */
export function HopsView({ flow }: { readonly flow: Flow }): JSX.Element {
  const rows = timelineOf(flow);
  if (rows.length === 0) {
    return (
      <EmptyState title="No hops were seen">
        Only the end of the redirect chain was reported. Allow access to the hosts above, or to all sites, and
        sign in again.
      </EmptyState>
    );
  }
  return (
    <div class="scroll-x">
      <table class="table hops" aria-label="Hops">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" class={CLASSES[column]}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <HopRow key={row.number} row={row} />
          ))}
        </tbody>
      </table>
      {flow.droppedHops > 0 && (
        <Note tone="warning">
          {flow.droppedHops} more hops were not kept. A redirect chain this long is most likely a loop.
        </Note>
      )}
    </div>
  );
}
