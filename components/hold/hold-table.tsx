import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import type { HoldEdits, HoldRow } from '../../lib/state/hold/hold-edits.ts';
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
      <table class="table hold-table" aria-label={t('holdParameters')}>
        <thead>
          <tr>
            <th scope="col">{t('holdName')}</th>
            <th scope="col">{t('holdCame')}</th>
            <th scope="col">{t('holdGoes')}</th>
            <th scope="col" class="narrow">
              <span class="visually-hidden">{t('holdChangeColumn')}</span>
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
        {t('holdAdd')}
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
            aria-label={t('holdAddedName')}
            value={goes?.name ?? ''}
            onInput={(event) => edits.setName(index, event.currentTarget.value)}
          />
        )}
        {differs && <span class="hold-differs">{differenceLabel(row)}</span>}
      </th>
      <td data-label={t('holdCame')}>
        {came ? (
          <Value text={came.value} atFirst={ORIGINAL_AT_FIRST} />
        ) : (
          <span class="muted">{t('holdNotSent')}</span>
        )}
      </td>
      <td data-label={t('holdGoes')}>
        {goes ? (
          <textarea
            class="input hold-value"
            rows={Math.min(Math.ceil(goes.value.length / UNITS_IN_ROW), MOST_ROWS) || 1}
            aria-label={name === '' ? t('holdAddedValue') : t('holdNewValue', name)}
            spellcheck={false}
            value={goes.value}
            onInput={(event) => edits.setValue(index, event.currentTarget.value)}
          />
        ) : (
          <span class="muted">{t('holdLeftOut')}</span>
        )}
      </td>
      <td class="narrow actions">
        {differs && came ? (
          <button
            type="button"
            class="button"
            aria-label={t('holdRestoreNamed', name)}
            onClick={() => edits.restore(index)}
          >
            {t('holdRestore')}
          </button>
        ) : (
          <button type="button" class="button quiet" onClick={() => edits.remove(index)}>
            <Icon name="bin" />
            <span class="visually-hidden">{t('holdLeaveOut', name)}</span>
          </button>
        )}
      </td>
    </tr>
  );
}

function differenceLabel({ came, goes }: HoldRow): string {
  if (!goes) return t('holdLeftOut');
  return t(came ? 'holdChanged' : 'holdAdded');
}
