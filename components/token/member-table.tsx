import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { meaningOf } from '../../lib/jwt/claims-meaning.ts';
import type { JsonObject } from '../../lib/jwt/types.ts';
import { jsonText } from '../../lib/state/shared/json-text.ts';
import { Value } from '../ui/value.tsx';
import { TimeNote } from './time-note.tsx';

/** Rows shown until more is asked for. */
const ROWS_AT_FIRST = 100;

interface MemberTableProps {
  /** Name of the table. */
  readonly label: string;
  readonly part: 'header' | 'payload';
  readonly members: JsonObject;
}

/** The members of a header or a claims set: what each says, what it means, and where that is written. */
export function MemberTable({ label, part, members }: MemberTableProps): JSX.Element {
  const [all, setAll] = useState(false);
  const names = Object.keys(members);
  const shown = all ? names : names.slice(0, ROWS_AT_FIRST);
  if (names.length === 0) return <p class="muted">{t('uiEmptyObject')}</p>;
  return (
    <>
      <table class="table token-members" aria-label={label}>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{t('wordName')}</th>
            <th scope="col">{t('wordValue')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((name) => {
            const value = members[name];
            const known = meaningOf(part, name);
            return (
              <tr key={name}>
                <th
                  scope="row"
                  class={known ? 'claim-name claim-known' : 'claim-name'}
                  title={known && `${known.meaning}\n${known.source}`}
                >
                  <Value text={name} />
                  {known && (
                    <span class="visually-hidden">
                      {' '}
                      {known.meaning} {known.source}
                    </span>
                  )}
                </th>
                <td>
                  <Value text={jsonText(value)} multiline={typeof value !== 'string'} />
                  {part === 'payload' && <TimeNote name={name} value={value} />}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shown.length < names.length && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {t('tokenAllMembers', names.length)}
        </button>
      )}
    </>
  );
}
