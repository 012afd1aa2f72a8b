import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
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

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrow keys go from hop to hop; when one is open, the next one is opened in its place. */
function stepHops(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = STEPS[event.key];
  const from = event.target;
  if (step === undefined || !(from instanceof HTMLElement) || !from.matches('.hop-toggle')) return;
  const toggles = [...event.currentTarget.querySelectorAll<HTMLElement>('.hop-toggle')];
  const next = toggles[toggles.indexOf(from) + step];
  event.preventDefault();
  if (!next) return;
  if (from.ariaExpanded === 'true') {
    from.click();
    if (next.ariaExpanded !== 'true') next.click();
  }
  next.focus();
}

interface HopsViewProps {
  readonly flow: Flow;
  /** Number, from 1, of a hop that is to be opened when the hops are shown; taken away then. */
  readonly wanted: Signal<number | undefined>;
}

/** Every request of the redirect chain, in order. */
export function HopsView({ flow, wanted }: HopsViewProps): JSX.Element {
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    const number = wanted.peek();
    wanted.value = undefined;
    const toggle =
      number === undefined
        ? undefined
        : table.current?.querySelectorAll<HTMLElement>('.hop-toggle')[number - 1];
    if (!toggle) return;
    if (toggle.ariaExpanded !== 'true') toggle.click();
    toggle.focus();
  }, [wanted]);
  const keep = useKeptElements();
  const rows = timelineOf(flow);
  if (rows.length === 0) {
    return <EmptyState title={t('flowNoHops')}>{t('flowNoHopsHint')}</EmptyState>;
  }
  return (
    <div class="scroll-x">
      <table class="table hops" aria-label={t('flowHops')} ref={table} onKeyDown={stepHops}>
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
