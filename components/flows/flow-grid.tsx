import type { JSX } from 'preact';
import { useAppModel } from '../app/models.ts';
import { ColumnHeads } from './column-heads.tsx';
import './flow-grid.css';
import { FlowList } from './flow-list.tsx';

/** The list of flows below the heads of its columns. Widths and hidden columns are style alone: no row is made again. */
export function FlowGrid({ onEnter }: { readonly onEnter: () => void }): JSX.Element {
  const { hidden, widths } = useAppModel().flows.preferences.arrangement.value;
  const style = Object.fromEntries(
    Object.entries(widths).flatMap(([id, width]) => [
      [`--column-${id}`, `${width}px`],
      [`--grow-${id}`, '0'],
    ]),
  );
  return (
    <div class="flow-grid" data-hidden={hidden.join(' ')} style={style}>
      <ColumnHeads />
      <FlowList onEnter={onEnter} />
    </div>
  );
}
