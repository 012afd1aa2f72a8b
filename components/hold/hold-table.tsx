import type { JSX } from 'preact';
import type { HoldEdits, HoldRow } from '../../lib/state/hold-edits.ts';
import { say } from '../../lib/state/say.ts';
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
      <table class="table hold-table" aria-label={say('holdParameters')}>
        <thead>
          <tr>
            <th scope="col">{say('holdName')}</th>
            <th scope="col">{say('holdCame')}</th>
            <th scope="col">{say('holdGoes')}</th>
            <th scope="col" class="narrow">
              <span class="visually-hidden">{say('holdChangeColumn')}</span>
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
        {say('holdAdd')}
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
            aria-label={say('holdAddedName')}
            value={goes?.name ?? ''}
            onInput={(event) => edits.setName(index, event.currentTarget.value)}
          />
        )}
        {differs && <span class="hold-differs">{differenceWord(row)}</span>}
      </th>
      <td data-label={say('holdCame')}>
        {came ? (
          <Value text={came.value} atFirst={ORIGINAL_AT_FIRST} />
        ) : (
          <span class="muted">{say('holdNotSent')}</span>
        )}
      </td>
      <td data-label={say('holdGoes')}>
        {goes ? (
          <textarea
            class="input hold-value"
            rows={Math.min(Math.ceil(goes.value.length / UNITS_IN_ROW), MOST_ROWS) || 1}
            aria-label={name === '' ? say('holdAddedValue') : say('holdNewValue', name)}
            spellcheck={false}
            value={goes.value}
            onInput={(event) => edits.setValue(index, event.currentTarget.value)}
          />
        ) : (
          <span class="muted">{say('holdLeftOut')}</span>
        )}
      </td>
      <td class="narrow actions">
        {differs && came ? (
          <button
            type="button"
            class="button"
            aria-label={say('holdRestoreNamed', name)}
            onClick={() => edits.restore(index)}
          >
            {say('holdRestore')}
          </button>
        ) : (
          <button type="button" class="button quiet" onClick={() => edits.remove(index)}>
            <Icon name="bin" />
            <span class="visually-hidden">{say('holdLeaveOut', name)}</span>
          </button>
        )}
      </td>
    </tr>
  );
}

function differenceWord({ came, goes }: HoldRow): string {
  if (!goes) return say('holdLeftOut');
  return say(came ? 'holdChanged' : 'holdAdded');
}
