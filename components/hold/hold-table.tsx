import type { JSX } from 'preact';
import type { HoldEdits, HoldRow } from '../../lib/state/hold-edits.ts';
import { Icon } from '../ui/icon.tsx';
import { Value } from '../ui/value.tsx';

/** UTF-16 units of an original value shown until more is asked for. */
const ORIGINAL_AT_FIRST = 240;

/** UTF-16 units that surely fit into a row of the box, and the most rows it begins with. */
const UNITS_IN_ROW = 34;
const MOST_ROWS = 4;

/** The parameters of a held callback: as they came, and beside it as they go on. */
export function HoldTable({ edits }: { readonly edits: HoldEdits }): JSX.Element {
  return (
    <>
      <table class="table hold-table" aria-label="Parameters of the held callback">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">As it came</th>
            <th scope="col">As it goes on</th>
            <th scope="col" class="narrow">
              <span class="visually-hidden">Change</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {edits.rows.value.map((row, index) => (
            <HoldLine key={index} row={row} index={index} edits={edits} />
          ))}
        </tbody>
      </table>
      <button type="button" class="button" onClick={edits.add}>
        Add a parameter
      </button>
    </>
  );
}

interface HoldLineProps {
  readonly row: HoldRow;
  readonly index: number;
  readonly edits: HoldEdits;
}

function HoldLine({ row, index, edits }: HoldLineProps): JSX.Element {
  const { came, goes, differs } = row;
  const name = (came?.name ?? goes?.name ?? '').slice(0, 60);
  return (
    <tr data-differs={differs}>
      <th scope="row">
        {came ? (
          <Value text={came.name} />
        ) : (
          <input
            class="input monospace"
            aria-label="Name of the added parameter"
            value={goes?.name ?? ''}
            onInput={(event) => edits.setName(index, event.currentTarget.value)}
          />
        )}
        {differs && <span class="hold-differs">{differenceWord(row)}</span>}
      </th>
      <td data-label="As it came">
        {came ? <Value text={came.value} atFirst={ORIGINAL_AT_FIRST} /> : <span class="muted">not sent</span>}
      </td>
      <td data-label="As it goes on">
        {goes ? (
          <textarea
            class="input hold-value"
            rows={Math.min(Math.ceil(goes.value.length / UNITS_IN_ROW), MOST_ROWS) || 1}
            aria-label={`New value of ${name === '' ? 'the added parameter' : name}`}
            spellcheck={false}
            value={goes.value}
            onInput={(event) => edits.setValue(index, event.currentTarget.value)}
          />
        ) : (
          <span class="muted">left out</span>
        )}
      </td>
      <td class="narrow actions">
        {differs && came ? (
          <button type="button" class="button" onClick={() => edits.restore(index)}>
            Restore <span class="visually-hidden">{name}</span>
          </button>
        ) : (
          <button type="button" class="button quiet" onClick={() => edits.remove(index)}>
            <Icon name="bin" />
            <span class="visually-hidden">Leave out {name}</span>
          </button>
        )}
      </td>
    </tr>
  );
}

function differenceWord({ came, goes }: HoldRow): string {
  if (!goes) return 'left out';
  return came ? 'changed' : 'added';
}
